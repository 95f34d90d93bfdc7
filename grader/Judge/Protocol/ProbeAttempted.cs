namespace Judge.Protocol;

/// <summary>What came of one attempt of a probe. An attempt of which no word comes was the judge's last: it did not hold.</summary>
/// <param name="Layer">What was to hold.</param>
/// <param name="Escape">What could be done that must not be; empty when it held.</param>
internal sealed record ProbeAttempted(string Layer, string Escape) : JudgeFrame;
