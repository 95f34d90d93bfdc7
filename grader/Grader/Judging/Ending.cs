using Judge;
using Judge.Protocol;

namespace Grader.Judging;

/// <summary>How a judge process ended.</summary>
/// <param name="Verdict">Accepted when it finished its report.</param>
/// <param name="Message">Why it did not, in words; empty when it did.</param>
internal sealed record Ending(Verdict Verdict, string Message)
{
    /// <summary>
    /// What part of the limit of processor time a judge had used, at the last look, that the kernel ended for it: on a busy machine the looks
    /// are far apart.
    /// </summary>
    private const double Nearly = 0.95;

    /// <summary>The same in one line, where the message says more than whoever asked wants to know; empty elsewhere.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Whether the judge says that nothing is left behind in its process.</summary>
    public bool Clean { get; init; }

    public static Ending OutOfMemory(JudgeLimits limits) =>
        new(Verdict.MemoryLimit, $"Stopped: more than {limits.MemoryMegabytes} MB of memory.");

    public static Ending OutOfCpu(JudgeLimits limits) =>
        new(Verdict.TimeLimit, $"Stopped after {limits.CpuSeconds} s of processor time.");

    /// <summary>
    /// What the last words on standard error say of a judge that is gone. A submission could have written them itself: they
    /// choose between failures, never between a failure and a success.
    /// </summary>
    /// <param name="errors">What it wrote.</param>
    /// <param name="used">What it had used by then: on a busy machine the kernel may end it before the grader looks.</param>
    /// <param name="limits">What it might use.</param>
    public static Ending Gone(string errors, ResourceUse used, JudgeLimits limits)
    {
        if (used.CpuSeconds > limits.CpuSeconds * Nearly)
            return OutOfCpu(limits);
        if (errors.Contains("Out of memory", StringComparison.Ordinal))
            return OutOfMemory(limits);
        return new Ending(
            Verdict.Crash,
            errors.Contains("Stack overflow", StringComparison.Ordinal)
                ? "The process ended with a stack overflow: a recursion that does not end?"
                : "The process ended before the tests did.");
    }
}
