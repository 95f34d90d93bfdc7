using Grader.Records;
using Interleaving.Scheduling;
using Interleaving.SourceMap;

namespace Grader.Profiling;

/// <summary>Makes a profile of samples: what is above the submission's first call is left out, and with it all that is only the judge's.</summary>
internal static class Profile
{
    private const int MostFrames = 32;
    private const int MostStacks = 200;
    private const int LongestName = 200;

    /// <summary>The name of a hidden suite's methods, as in all that is told of one.</summary>
    private const string Hidden = "the hidden test";

    private static readonly StackFrames Frames = new();

    public static SampledProfile Of(IReadOnlyList<TraceSample> samples, Owners owners)
    {
        var own = samples.Select(sample => sample with { Methods = Own(sample.Methods, owners) }).Where(sample => sample.Methods.Count > 0).ToList();
        return new SampledProfile(
            [.. own.GroupBy(sample => sample.Thread).Select((thread, i) => new SampledThread($"thread {i + 1}", InTime(thread, owners)))],
            Sums(own, owners));
    }

    /// <summary>The stack from the submission's first call; empty when there is none.</summary>
    private static List<TracedMethod> Own(IReadOnlyList<TracedMethod> stack, Owners owners)
    {
        var own = stack.Select(owners.Declared).SkipWhile(method => !owners.IsSubmitted(method)).ToList();

        // Where a thread waits for the sampler itself.
        while (own.Count > 0 && own[^1] is { Type: "System.Threading.Thread" } last && last.Name.Contains("PollGC", StringComparison.Ordinal))
            own.RemoveAt(own.Count - 1);
        return own;
    }

    private static List<SampledStack> InTime(IEnumerable<TraceSample> samples, Owners owners)
    {
        var stacks = new List<SampledStack>();
        foreach (var frames in samples.Select(sample => Named(sample.Methods, owners)))
        {
            if (stacks.Count > 0 && stacks[^1].Frames.SequenceEqual(frames))
                stacks[^1] = stacks[^1] with { Samples = stacks[^1].Samples + 1 };
            else
                stacks.Add(new SampledStack(frames, 1));
        }

        return stacks;
    }

    private static List<SampledStack> Sums(IEnumerable<TraceSample> samples, Owners owners) =>
    [
        .. samples.Select(sample => Named(Short(sample.Methods, owners), owners))
            .GroupBy(frames => string.Join('\n', frames), (_, same) => new SampledStack(same.First(), same.Count()))
            .OrderByDescending(stack => stack.Samples).Take(MostStacks)
            .OrderBy(stack => string.Join('\n', stack.Frames), StringComparer.Ordinal),
    ];

    /// <summary>How the platform gets from one of the submission's methods to the next is left out; what it does for the last one is not.</summary>
    private static List<TracedMethod> Short(IReadOnlyList<TracedMethod> stack, Owners owners)
    {
        var written = stack.Select(method => owners.IsSubmitted(method) || owners.IsHidden(method)).ToList();
        var last = written.LastIndexOf(true);
        return [.. stack.Where((_, i) => written[i] || i > last)];
    }

    private static IReadOnlyList<string> Named(IReadOnlyList<TracedMethod> stack, Owners owners) =>
        Frames.Shown([.. stack.Select(method => owners.IsHidden(method) ? Hidden : Cut(SourceNames.Frame(method.Types, method.Name)))], MostFrames);

    private static string Cut(string name) => name.Length <= LongestName ? name : name[..LongestName] + "…";
}
