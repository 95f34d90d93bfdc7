namespace ConcurrencyKatas.FirstWins.Suite;

/// <summary>What a call came to: an answer or an exception, and when. Times are virtual.</summary>
internal sealed record Outcome(string? Answer, Exception? Error, TimeSpan At);
