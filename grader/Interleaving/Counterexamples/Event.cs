using Interleaving.Scheduling;

namespace Interleaving.Counterexamples;

/// <summary>One thing that an operation did.</summary>
/// <param name="Operation">Who.</param>
/// <param name="AsyncInvocation">On behalf of which invocation: the operation's own or an async method's.</param>
/// <param name="Kind">What.</param>
/// <param name="Site">Where (the weaver's number); -1 when unknown.</param>
/// <param name="Now">Virtual time in ticks.</param>
internal sealed record Event(Operation Operation, AsyncInvocation AsyncInvocation, EventKind Kind, int Site, long Now)
{
    /// <summary>The object that it was done to; null when there is none, or it is not known.</summary>
    public object? Target { get; init; }

    /// <summary>The location in <see cref="Target"/>, of an access.</summary>
    public nint Offset { get; init; }

    /// <summary>
    /// The value, operation or message that belongs to it, as it was to be seen then: it may change before the story is told. Empty when
    /// there is none.
    /// </summary>
    public string Shown { get; init; } = "";

    /// <summary>How many permits there were before and after.</summary>
    public (int Before, int After) Permits { get; init; }

    /// <summary>What it waits for from here on; null for all but <see cref="EventKind.Blocked"/>.</summary>
    public Wait? Wait { get; init; }

    /// <summary>How the execution fails; null for all but <see cref="EventKind.Failed"/>.</summary>
    public FailureKind? Failure { get; init; }

    /// <summary>The operation that was started, or null.</summary>
    public Operation? Child { get; init; }

    /// <summary>The async method that is awaited from here on, if that is known.</summary>
    public AsyncInvocation? Awaited { get; set; }

    /// <summary>Whether the scheduler took the turn from somebody who could have gone on.</summary>
    public bool Preempts { get; set; }

    /// <summary>Whether it is part of what the execution failed by.</summary>
    public bool Fails { get; set; }

    public bool IsAccess => Kind is EventKind.Read or EventKind.Wrote;

    /// <summary>What sort of step it is in a story.</summary>
    public StoryStepKind Step => Kind switch
    {
        EventKind.Read => StoryStepKind.Read,
        EventKind.Wrote => StoryStepKind.Write,
        EventKind.Started => StoryStepKind.Start,
        EventKind.Ended => StoryStepKind.End,
        EventKind.Blocked or EventKind.Suspended => StoryStepKind.Wait,
        EventKind.Unblocked or EventKind.Resumed => StoryStepKind.Resume,
        EventKind.Failed => StoryStepKind.Fail,
        EventKind.QueuedForPermit => StoryStepKind.Queue,
        EventKind.ReachedMemory
            or EventKind.AcquiredLock or EventKind.ReleasedLock or EventKind.Pulsed or EventKind.PulsedAll
            or EventKind.AcquiredMutex or EventKind.ReleasedMutex or EventKind.AcquiredSpinLock or EventKind.ReleasedSpinLock
            or EventKind.AcquiredForReading or EventKind.AcquiredForUpgrading or EventKind.AcquiredForWriting or EventKind.ReleasedFromWriting
            or EventKind.TookPermit or EventKind.ReturnedPermits or EventKind.HandedOnPermits
            or EventKind.Set or EventKind.Reset or EventKind.TookSignal or EventKind.Signalled or EventKind.EndedPhase
            or EventKind.Sent or EventKind.Received or EventKind.Completed or EventKind.Cancelled or EventKind.CancelledBySchedule
            or EventKind.Joined => StoryStepKind.Note,
    };
}
