namespace ConcurrencyKatas.Gather.Suite;

/// <summary>One letter: how long its answer takes, and what comes instead of an answer, if anything does.</summary>
/// <param name="After">When its task ends, counted from its start.</param>
/// <param name="Failures">What it fails with. An <see cref="OperationCanceledException"/> cancels it.</param>
internal sealed record Letter(TimeSpan After, params Exception[] Failures)
{
    /// <summary>The start itself throws, before there is a task.</summary>
    public bool AtOnce { get; init; }

    public static Letter Throwing(Exception failure) => new(TimeSpan.Zero, failure) { AtOnce = true };
}
