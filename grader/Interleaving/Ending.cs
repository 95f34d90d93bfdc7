namespace Interleaving;

/// <summary>What a test said of itself in an execution, from the best to the worst.</summary>
internal enum EndingKind
{
    /// <summary>It passed, which it may say by an exception.</summary>
    Passed,

    /// <summary>It is not to be run.</summary>
    Skipped,

    /// <summary>It cannot tell: an assumption did not hold.</summary>
    Inconclusive,

    /// <summary>It warned, and went on.</summary>
    Warned,

    /// <summary>An assertion failed, and its exception got lost.</summary>
    Failed,
}

/// <summary>How an execution ended that was neither a plain pass nor stopped by a failure.</summary>
/// <param name="Kind">What the test said.</param>
/// <param name="Message">Its words for it.</param>
/// <param name="Exception">By which it said so; null when there was none.</param>
/// <param name="StackTrace">Where it said so; null when unknown.</param>
internal sealed record Ending(EndingKind Kind, string Message, Exception? Exception = null, string? StackTrace = null);
