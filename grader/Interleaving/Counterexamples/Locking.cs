using Interleaving.Scheduling;

namespace Interleaving.Counterexamples;

/// <summary>
/// Which locks matter to the story: those that several columns want, and all of them where memory is shared, since a lock
/// that only one of them takes is a fault that students make. Never those that only code without a place takes.
/// </summary>
internal sealed class Locking
{
    /// <summary>Stands for all spin locks, which are no objects.</summary>
    private static readonly object SpinLocks = new();

    private readonly Dictionary<object, AsyncInvocation?> users = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
    private readonly bool all;

    public Locking(IReadOnlyList<Event> events, Lanes lanes, SharedLocations shared)
    {
        all = events.Any(e => e.IsAccess && shared.Matters(e));
        foreach (var e in events)
        {
            if (Lock(e) is not { } used)
                continue;
            if (shared.IsInSource(e))
                seen.Add(used);
            var lane = lanes.Of(e.AsyncInvocation);
            users[used] = !users.TryGetValue(used, out var user) || ReferenceEquals(user, lane) ? lane : null;
        }
    }

    public bool Matters(Event e) =>
        e.Step == StoryStepKind.Wait || Lock(e) is not { } used || (seen.Contains(used) && (all || users[used] is null));

    /// <summary>The lock that was taken, given back or waited for; null for everything else.</summary>
    private static object? Lock(Event e) => e switch
    {
        {
            Kind: EventKind.AcquiredLock or EventKind.ReleasedLock or EventKind.AcquiredMutex or EventKind.ReleasedMutex
                or EventKind.ReleasedFromWriting
        } => e.Target,
        { Kind: EventKind.AcquiredSpinLock or EventKind.ReleasedSpinLock } => SpinLocks,
        { Wait: { Kind: WaitKind.Lock or WaitKind.AllHandles or WaitKind.AnyHandle, Targets: [var only] } } => only,
        _ => null,
    };
}
