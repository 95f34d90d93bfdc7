namespace ConcurrencyKatas.SingleFlight.Suite;

/// <summary>What a caller got.</summary>
/// <param name="Value">The value; null when there was a failure.</param>
/// <param name="Failure">The exception; null when there was a value.</param>
/// <param name="At">When, in virtual time.</param>
internal sealed record Answer(string? Value, Exception? Failure, TimeSpan At);
