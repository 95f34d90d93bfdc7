namespace Judge;

/// <summary>The outcome of a kata or of one of its criteria: a closed set.</summary>
internal enum Verdict
{
    /// <summary>Right under every schedule tried.</summary>
    Accepted,

    /// <summary>The submission does not compile, or lacks a member of the kata's contract.</summary>
    CompileError,

    /// <summary>The submission uses something that the kata does not allow.</summary>
    PolicyViolation,

    /// <summary>An assertion failed.</summary>
    WrongAnswer,

    /// <summary>Two accesses to one location, one of them a write, that nothing orders.</summary>
    DataRace,

    /// <summary>Every operation waits, and nothing is left that could wake one.</summary>
    Deadlock,

    /// <summary>The operations go on without getting anywhere.</summary>
    Livelock,

    /// <summary>The work was right but did not run in parallel.</summary>
    NotParallel,

    /// <summary>Right and parallel, but at too high a price.</summary>
    TooSlow,

    /// <summary>Stopped at the limit of wall or CPU time.</summary>
    TimeLimit,

    /// <summary>Stopped at the limit of memory.</summary>
    MemoryLimit,

    /// <summary>The process that ran the submission ended without finishing its report.</summary>
    Crash,

    /// <summary>This run could not tell; never the student's fault.</summary>
    Inconclusive,

    /// <summary>The grader itself failed; never the student's fault.</summary>
    JudgeError,
}
