namespace Judge.Protocol;

/// <summary>The last frame. Without it the judge did not finish, whatever its exit code says.</summary>
/// <param name="Error">What the judge itself could not do; null when all is well.</param>
internal sealed record JudgeFinished(string? Error = null) : JudgeFrame;
