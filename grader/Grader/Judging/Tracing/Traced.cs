namespace Grader.Judging.Tracing;

/// <summary>What a judge had to say while its runtime was recorded.</summary>
/// <param name="Judgement">As of any judge.</param>
/// <param name="Trace">What was recorded, in the nettrace format: as far as it came, when the judge was stopped.</param>
/// <param name="Problem">Why nothing was recorded, in words; null when something was.</param>
internal sealed record Traced(Judgement Judgement, byte[] Trace, string? Problem);
