namespace Interleaving.Scheduling;

/// <summary>What an operation can wait for. The words for each are made by <see cref="WaitFormatter"/>.</summary>
internal enum WaitKind
{
    /// <summary>The lock on an object (Monitor, Lock).</summary>
    Lock,

    /// <summary>A pulse, in Monitor.Wait.</summary>
    Pulse,

    /// <summary>Some spin lock.</summary>
    SpinLock,

    /// <summary>A reader-writer lock, to read.</summary>
    Reading,

    /// <summary>A reader-writer lock, to write.</summary>
    Writing,

    /// <summary>A permit of a semaphore.</summary>
    Permit,

    /// <summary>Wait handles, until all of them let it through; most often it is one.</summary>
    AllHandles,

    /// <summary>Wait handles, until one of them lets it through.</summary>
    AnyHandle,

    /// <summary>An event, until it is set.</summary>
    Set,

    /// <summary>A countdown, until it is at zero.</summary>
    Zero,

    /// <summary>The others at a barrier.</summary>
    Barrier,

    /// <summary>An item in a collection or channel, or in one of several.</summary>
    Item,

    /// <summary>Room in one.</summary>
    Room,

    /// <summary>The completion of a channel.</summary>
    Completion,

    /// <summary>A delay by a TimeProvider of the program's own.</summary>
    Delay,

    /// <summary>The next tick of a timer.</summary>
    Tick,

    /// <summary>A sleep, for <see cref="Wait.Milliseconds"/>; below 0 it has no end.</summary>
    Sleep,

    /// <summary>The end of the operation named.</summary>
    OperationEnd,

    /// <summary>The other workers of the loop named.</summary>
    Workers,

    /// <summary>The initialiser of the type named.</summary>
    TypeInitialiser,

    /// <summary>A cancellation callback that another operation runs.</summary>
    CancellationCallback,

    /// <summary>The end of a parallel query.</summary>
    Query,

    /// <summary>The next result of one.</summary>
    QueryResult,

    /// <summary>A task that something under control completes.</summary>
    Task,

    /// <summary>A task that nothing under control completes; what handed it out is named.</summary>
    ForeignTask,

    /// <summary>What is not in the source and goes by the name alone that whoever waits gives it.</summary>
    Named,
}
