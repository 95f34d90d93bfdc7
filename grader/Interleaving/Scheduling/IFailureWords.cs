namespace Interleaving.Scheduling;

/// <summary>What failures say to the person who reads them. What the engine refuses is in <see cref="Refusals"/>.</summary>
internal interface IFailureWords
{
    /// <summary>Nobody can go on.</summary>
    string Deadlock(Execution execution);

    /// <summary>Everybody gets turns, and nothing changes.</summary>
    /// <param name="execution">In which.</param>
    /// <param name="livelock">Who came by which places.</param>
    /// <param name="limit">"200,000 steps".</param>
    string Livelock(Execution execution, LivelockDetector livelock, string limit);

    /// <summary>The test did not end, and it is no livelock.</summary>
    string StepLimit(Execution execution, string limit);

    /// <summary>The test takes more virtual time than it may.</summary>
    string TimeLimit(Execution execution, TimeSpan limit);

    /// <summary>Two accesses that nothing orders.</summary>
    string Race(Race race);

    /// <summary>Two that call an object of the platform at once.</summary>
    string Overlap(Operation one, Operation other);

    /// <summary>An exception that left an operation.</summary>
    string Unhandled(Operation operation, Exception exception);

    /// <summary>An exception that left an async void method.</summary>
    string LeftAsyncVoid(Operation operation, Exception exception);

    /// <summary>An await of a task that nothing under control completes.</summary>
    string ForeignAwait(Execution execution, PendingAwait pending);
}
