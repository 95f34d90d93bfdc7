namespace Grader.Profiling;

/// <summary>One thread that was met running managed code.</summary>
/// <param name="Thread">The system's number of it.</param>
/// <param name="Methods">Outermost first.</param>
internal sealed record TraceSample(int Thread, IReadOnlyList<TracedMethod> Methods);
