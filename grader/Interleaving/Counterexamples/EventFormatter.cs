using Interleaving.Scheduling;
using Interleaving.SourceMap;

namespace Interleaving.Counterexamples;

/// <summary>Says in a few words what an event was. The words are for people alone: nothing is decided by them.</summary>
internal static class EventFormatter
{
    /// <summary>A value that the program met may look like the name of an object, and stays as it is.</summary>
    public static string Of(Event e) => e.IsAccess ? AccessFormatter.Of(e) : ObjectNames.Tidy(e.Operation.Execution, Words(e));

    private static string Words(Event e) => e.Kind switch
    {
        EventKind.Read or EventKind.Wrote => AccessFormatter.Of(e),
        EventKind.ReachedMemory => $"others see {Sites.Get(e.Site)?.Member ?? "it"} ← {e.Shown}",
        EventKind.Started => $"starts {e.Shown}",
        EventKind.Ended => "ends",
        EventKind.Blocked => $"waits for {WaitFormatter.Of(e.Operation.Execution, e.Wait!)}",
        EventKind.Suspended => "awaits",
        EventKind.Unblocked or EventKind.Resumed => "goes on",
        EventKind.Failed => Failure(e),
        EventKind.AcquiredLock => $"acquires the lock on {Target(e)}",
        EventKind.ReleasedLock => $"releases the lock on {Target(e)}",
        EventKind.Pulsed => $"pulses {Target(e)}",
        EventKind.PulsedAll => $"pulses all who wait for {Target(e)}",
        EventKind.AcquiredMutex => $"acquires {Target(e)}",
        EventKind.ReleasedMutex or EventKind.ReleasedFromWriting => $"releases {Target(e)}",
        EventKind.AcquiredSpinLock => "acquires the spin lock",
        EventKind.ReleasedSpinLock => "releases the spin lock",
        EventKind.AcquiredForReading => $"takes for reading {Target(e)}",
        EventKind.AcquiredForUpgrading => $"takes for upgradeable reading {Target(e)}",
        EventKind.AcquiredForWriting => $"takes for writing {Target(e)}",
        EventKind.QueuedForPermit => $"queues for a permit of {Target(e)}",
        EventKind.TookPermit => $"takes a permit of {Target(e)}, {Change(e)}",
        EventKind.ReturnedPermits => $"puts {Returned(e)} back to {Target(e)}, {Change(e)}",
        EventKind.HandedOnPermits => $"puts {Returned(e)} back to {Target(e)}, for the first in line",
        EventKind.Set => $"sets {Target(e)}",
        EventKind.Reset => $"resets {Target(e)}",
        EventKind.TookSignal => $"takes the signal of {Target(e)}",
        EventKind.Signalled => $"signals {Target(e)}",
        EventKind.EndedPhase => $"ends a phase of {Target(e)}",
        EventKind.Sent => $"writes {e.Shown} to {Target(e)}",
        EventKind.Received => $"reads {e.Shown} from {Target(e)}",
        EventKind.Completed => $"completes {Target(e)}",
        EventKind.Cancelled => $"cancels {Target(e)}",
        EventKind.CancelledBySchedule => "cancelled here",
        EventKind.Joined => $"joins {e.Shown}",
    };

    private static string Target(Event e) => ObjectNames.Of(e.Operation.Execution, e.Target!);

    private static string Returned(Event e) =>
        e.Permits.After - e.Permits.Before is var back && back == 1 ? "a permit" : $"{Value(e, back)} permits";

    private static string Change(Event e) => $"{Value(e, e.Permits.Before)} → {Value(e, e.Permits.After)}";

    private static string Value(Event e, int number) => e.Operation.Execution.ValueFormatter.Value(number);

    private static string Failure(Event e) => e.Failure!.Value switch
    {
        FailureKind.Livelock => "loops forever",
        FailureKind.StepLimit => "has not ended yet",
        FailureKind.Assertion or FailureKind.UnhandledException or FailureKind.DataRace or FailureKind.Deadlock
            or FailureKind.Unsupported or FailureKind.Nondeterminism => OperationLabels.OneLine(e.Shown),
    };
}
