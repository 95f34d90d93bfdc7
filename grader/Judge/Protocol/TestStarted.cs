namespace Judge.Protocol;

/// <summary>A test begins: when the judge ends before its result, this one was running.</summary>
/// <param name="Index">See <see cref="TestFound.Index"/>.</param>
internal sealed record TestStarted(int Index) : JudgeFrame;
