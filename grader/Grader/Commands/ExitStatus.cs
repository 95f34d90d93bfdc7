namespace Grader.Commands;

/// <summary>The exit statuses of all commands.</summary>
internal static class ExitStatus
{
    /// <summary>Graded, whatever the scores.</summary>
    public const int Done = 0;

    /// <summary>Below <c>--min-score</c>, or <c>check</c> found a disagreement.</summary>
    public const int Below = 1;

    /// <summary>Wrong use, or a fault of ours.</summary>
    public const int Failed = 2;
}
