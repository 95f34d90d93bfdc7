namespace Interleaving.Scheduling;

/// <summary>
/// What an operation can do that is written down. The set is closed: the words for each are made once, when the story is told
/// (<see cref="Counterexamples.EventFormatter"/>), and whatever has to be decided is decided by these and by the object.
/// </summary>
internal enum EventKind
{
    /// <summary>Read memory, or called what only reads an object that the engine does not look into.</summary>
    Read,

    /// <summary>Wrote memory, or called what may change an object that the engine does not look into.</summary>
    Wrote,

    /// <summary>A store of its own reached memory that was held back.</summary>
    ReachedMemory,

    /// <summary>Started another operation.</summary>
    Started,

    /// <summary>Came to its end.</summary>
    Ended,

    /// <summary>Blocked: see <see cref="Wait"/>.</summary>
    Blocked,

    /// <summary>Went on after that.</summary>
    Unblocked,

    /// <summary>An async method gave its thread back at an await.</summary>
    Suspended,

    /// <summary>It went on after that.</summary>
    Resumed,

    /// <summary>The execution failed by it.</summary>
    Failed,

    /// <summary>Took the lock on an object (Monitor, Lock).</summary>
    AcquiredLock,

    /// <summary>Gave it back.</summary>
    ReleasedLock,

    /// <summary>Woke the first of those in Monitor.Wait.</summary>
    Pulsed,

    /// <summary>Woke all of them.</summary>
    PulsedAll,

    /// <summary>Took a mutex.</summary>
    AcquiredMutex,

    /// <summary>Gave it back.</summary>
    ReleasedMutex,

    /// <summary>Took a spin lock. It is no object, so the event has none.</summary>
    AcquiredSpinLock,

    /// <summary>Gave it back.</summary>
    ReleasedSpinLock,

    /// <summary>Took a reader-writer lock as a reader.</summary>
    AcquiredForReading,

    /// <summary>Took it as a reader who may become a writer.</summary>
    AcquiredForUpgrading,

    /// <summary>Took it as the writer.</summary>
    AcquiredForWriting,

    /// <summary>Left it as the writer.</summary>
    ReleasedFromWriting,

    /// <summary>Stands in line for a permit of a semaphore.</summary>
    QueuedForPermit,

    /// <summary>Took a permit; there were so many before and after.</summary>
    TookPermit,

    /// <summary>Put permits back; there were so many before and after.</summary>
    ReturnedPermits,

    /// <summary>Put permits back of which those who stand in line get some.</summary>
    HandedOnPermits,

    /// <summary>Set an event.</summary>
    Set,

    /// <summary>Reset it.</summary>
    Reset,

    /// <summary>Came through an event that resets itself.</summary>
    TookSignal,

    /// <summary>Counted a countdown down.</summary>
    Signalled,

    /// <summary>Was the last to arrive at a barrier.</summary>
    EndedPhase,

    /// <summary>Wrote an item to a channel.</summary>
    Sent,

    /// <summary>Read an item from it.</summary>
    Received,

    /// <summary>Completed a channel, or what a TaskCompletionSource promised.</summary>
    Completed,

    /// <summary>Cancelled a source of tokens.</summary>
    Cancelled,

    /// <summary>The schedule said that the test's own token is cancelled now.</summary>
    CancelledBySchedule,

    /// <summary>Saw the end of a thread.</summary>
    Joined,
}
