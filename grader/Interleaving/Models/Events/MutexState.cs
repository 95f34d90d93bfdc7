using Interleaving.Scheduling;

namespace Interleaving.Models.Events;

/// <summary>A lock that is waited for as a handle; its owner may take it again.</summary>
internal sealed class MutexState(Mutex target) : HandleState(target)
{
    private static readonly object AllKey = new();
    private Operation? owner;
    private int depth;
    private int taken = -1;
    private bool abandoned;

    public override Operation? Holder => owner;

    public static MutexState Of(Operation operation, Mutex self) => operation.State(self, target =>
    {
        var made = new MutexState((Mutex)target);
        All(operation).Add(made);
        return made;
    });

    /// <summary>A thread has ended: the next to take a mutex that it still owns is told so.</summary>
    public static void Abandon(Operation operation)
    {
        foreach (var state in All(operation))
        {
            if (!ReferenceEquals(state.owner, operation))
                continue;
            (state.owner, state.depth, state.abandoned) = (null, 0, true);
            state.Release(operation);
            Waiters(operation).Update();
        }
    }

    /// <summary>Whether its last owner never released it; asked once.</summary>
    public bool ForgetAbandonment()
    {
        var was = abandoned;
        abandoned = false;
        return was;
    }

    public override bool IsSignalled(Operation operation) => owner is null || ReferenceEquals(owner, operation);

    public override Holding? HeldBy(Operation operation) => ReferenceEquals(owner, operation) ? operation.Holds(HoldingKind.Mutex, Target, taken) : null;

    public override void Take(Operation operation)
    {
        if (!ReferenceEquals(owner, operation))
            taken = operation.Site;
        owner = operation;
        if (++depth == 1)
            operation.Note(EventKind.AcquiredMutex, Target);
    }

    private static List<MutexState> All(Operation operation) =>
        operation.Execution.State(AllKey, static _ => new List<MutexState>());

    /// <exception cref="ApplicationException">Another operation owns it, or none.</exception>
    public void Exit(Operation operation)
    {
        operation.Arrive(Target);
        Check();
        if (!ReferenceEquals(owner, operation))
            throw new ApplicationException("Object synchronization method was called from an unsynchronized block of code.");
        if (--depth > 0)
            return;
        owner = null;
        Release(operation);
        operation.Note(EventKind.ReleasedMutex, Target);
        Waiters(operation).Update();
    }

    /// <inheritdoc/>
    /// <remarks>It comes back to where it was.</remarks>
    public override void Acted(LivelockDetector livelock, int site)
    {
    }
}
