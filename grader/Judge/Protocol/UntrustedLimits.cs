using Interleaving;
using Interleaving.Scheduling;

namespace Judge.Protocol;

/// <summary>
/// What is kept of the stories and stacks that an untrusted judge told. The engine's own are far within: whatever is cut here
/// was not told by it.
/// </summary>
internal static class UntrustedLimits
{
    /// <summary>The engine abridges to some hundred steps, and no lane is without a step.</summary>
    public const int MostSteps = 200;

    /// <summary>Of all simulated cores together.</summary>
    public const int MostUses = 200;

    private const int MostSamples = 100;
    private const int MostStacks = 200;
    private const int MostFrames = 80;
    private const int MostOfText = 1_000;
    private const double MostSeconds = 1_000_000;
    private const int MostSchedules = 100_000_000;
    private const int MostTrials = 1_000;
    private const int MostOfMessage = 20_000;
    private const int MostOfName = 200;

    /// <summary>Whether the figures of a frame are some that a judge can have measured.</summary>
    public static bool AreMeasured(TestFinished test) => IsMeasured(test.Seconds) && test.Schedules is >= 0 and <= MostSchedules;

    /// <inheritdoc cref="AreMeasured(TestFinished)"/>
    public static bool AreMeasured(SideTimed timed) => timed is { Samples: { } samples, CalibrationBefore: { } before, CalibrationAfter: { } after }
        && samples.Count <= MostTrials && before.Count <= MostTrials && after.Count <= MostTrials
        && samples.All(sample => sample is { Result.Length: <= MostOfText } && IsMeasured(sample.Wall) && IsMeasured(sample.Cpu))
        && before.Concat(after).All(trial => trial is not null && IsMeasured(trial.SequentialWall)
            && IsMeasured(trial.SequentialCpu) && IsMeasured(trial.ConcurrentWall) && IsMeasured(trial.ConcurrentCpu));

    private static bool IsMeasured(double seconds) => seconds is >= 0 and <= MostSeconds;

    /// <summary>What a judge says in words; a failure that a race explains is told by both.</summary>
    public static string Of(string? told) => (told ?? "") is { Length: > MostOfMessage } text ? text[..MostOfMessage] + "…" : told ?? "";

    /// <summary>The story within its limits; null when there is none.</summary>
    public static Story? Of(Story? told)
    {
        if (told is not { Lanes: { } names, Steps: { } steps })
            return null;
        var lanes = names.Take(MostSteps).Select(name => Line(name, MostOfName)).ToList();
        return new Story(lanes, [.. steps.OfType<StoryStep>().Take(MostSteps).Select(step => Of(step, lanes.Count))])
        {
            Legend = Line(told.Legend, MostOfName),
        };
    }

    /// <summary>The counted runs within their limits.</summary>
    public static IReadOnlyList<ParallelismSample> Of(IReadOnlyList<ParallelismSample>? told) =>
        [.. (told ?? []).OfType<ParallelismSample>().Take(MostSamples).Select(sample => sample with
        {
            Stacks = Of(sample.Stacks),
            Uses = Of(sample.Uses, sample),
        })];

    private static List<WorkStack> Of(IReadOnlyList<WorkStack>? told) =>
    [
        .. (told ?? []).Where(stack => stack is { Stack: { Count: > 0 }, Work: > 0 }).Take(MostStacks)
            .Select(stack => new WorkStack([.. stack.Stack.Take(MostFrames).Select(frame => Line(frame, MostOfName))], stack.Work)),
    ];

    private static List<CoreUse> Of(IReadOnlyList<CoreUse>? told, ParallelismSample sample) =>
    [
        .. (told ?? []).Where(use => IsIn(use, sample)).Take(MostUses).Select(use => use with { Operation = Line(use.Operation, MostOfName) }),
    ];

    private static bool IsIn(CoreUse? use, ParallelismSample sample) => use is { Core: >= 0, From: >= 0, Work: >= 0, Operations: > 0 }
        && use.Core < sample.Cores && use.From < use.To && use.To <= sample.Makespan;

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
