namespace Grader.Records;

/// <summary>Where the time of a submission's timed run went, by samples of its stacks.</summary>
/// <param name="Threads">Those that were met in the submission's code, in the order of their first sample.</param>
/// <param name="Stacks">The samples of all threads by stacks of calls, in the order of their names.</param>
internal sealed record SampledProfile(IReadOnlyList<SampledThread> Threads, IReadOnlyList<SampledStack> Stacks)
{
    public long Samples => Threads.Sum(thread => thread.Stacks.Sum(stack => stack.Samples));
}

/// <param name="Name">For people.</param>
/// <param name="Stacks">In the order of time; equal samples that follow each other are one.</param>
internal sealed record SampledThread(string Name, IReadOnlyList<SampledStack> Stacks);

/// <param name="Frames">As their author named them, outermost first, from the first call into the submission.</param>
/// <param name="Samples">How often it was met.</param>
internal sealed record SampledStack(IReadOnlyList<string> Frames, long Samples);
