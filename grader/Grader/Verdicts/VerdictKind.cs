namespace Grader.Verdicts;

/// <summary>What a verdict means to whoever counts, colours or translates it.</summary>
internal enum VerdictKind
{
    /// <summary>Right.</summary>
    Passed,

    /// <summary>Turned away before anything ran.</summary>
    Refused,

    /// <summary>It ran, and a test or the explorer found it wrong.</summary>
    Failed,

    /// <summary>It ran, and its process did not live to the end.</summary>
    Stopped,

    /// <summary>This run could not tell; costs no points.</summary>
    Undecided,

    /// <summary>The grader failed; costs no points.</summary>
    Broken,
}
