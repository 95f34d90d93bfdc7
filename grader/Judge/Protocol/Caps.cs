using Interleaving;
using Interleaving.Scheduling;

namespace Judge.Protocol;

/// <summary>
/// What is kept of the stories and stacks that an untrusted judge told. The engine's own are far within: whatever is cut here
/// was not told by it.
/// </summary>
internal static class Caps
{
    /// <summary>The engine abridges to some hundred steps, and no lane is without a step.</summary>
    public const int MostSteps = 200;

    private const int MostSamples = 100;
    private const int MostStacks = 200;
    private const int MostFrames = 80;
    private const int MostOfText = 1_000;
    private const int MostOfName = 200;

    /// <summary>The story within its limits; null when there is none.</summary>
    public static Story? Of(Story? told)
    {
        if (told is not { Lanes: { } names, Steps: { } steps })
            return null;
        var lanes = names.Take(MostSteps).Select(name => Line(name, MostOfName)).ToList();
        return new Story(lanes, [.. steps.OfType<StoryStep>().Take(MostSteps).Select(step => Of(step, lanes.Count))]);
    }

    /// <summary>The counted runs within their limits.</summary>
    public static IReadOnlyList<ParallelismSample> Of(IReadOnlyList<ParallelismSample>? told) =>
        [.. (told ?? []).OfType<ParallelismSample>().Take(MostSamples).Select(sample => sample with { Stacks = Of(sample.Stacks) })];

    private static List<WorkStack> Of(IReadOnlyList<WorkStack>? told) =>
    [
        .. (told ?? []).Where(stack => stack is { Stack: { Count: > 0 }, Work: > 0 }).Take(MostStacks)
            .Select(stack => new WorkStack([.. stack.Stack.Take(MostFrames).Select(frame => Line(frame, MostOfName))], stack.Work)),
    ];

    private static StoryStep Of(StoryStep step, int lanes) => step with
    {
        Lane = step.Lane >= 0 && step.Lane < lanes ? step.Lane : -1,
        File = step is { File: { } file, Line: > 0 } ? Line(file, MostOfName) : null,
        Line = step is { File: not null, Line: > 0 } ? step.Line : 0,
        Kind = Enum.IsDefined(step.Kind) ? step.Kind : StoryStepKind.Note,
        Text = Line(step.Text, MostOfText),
        At = step.At < TimeSpan.Zero ? TimeSpan.Zero : step.At,
    };

    /// <summary>A step is one row: what breaks lines does not belong into it.</summary>
    private static string Line(string? text, int most)
    {
        var line = (text ?? "").ReplaceLineEndings(" ");
        return line.Length <= most ? line : line[..(char.IsHighSurrogate(line[most - 1]) ? most - 1 : most)] + "…";
    }
}
