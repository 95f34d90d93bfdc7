using Interleaving.Scheduling;

namespace Interleaving.Models.Events;

/// <summary>A lock that is waited for as a handle; its owner may take it again.</summary>
internal sealed class MutexState(Mutex target) : HandleState(target)
{
    private Operation? owner;
    private int depth;

    public override Operation? Holder => owner;

    public static MutexState Of(Operation operation, Mutex self) =>
        operation.State(self, static target => new MutexState((Mutex)target));

    public override bool IsSignalled(Operation operation) => owner is null || ReferenceEquals(owner, operation);

    public override void Take(Operation operation)
    {
        owner = operation;
        depth++;
    }

    /// <exception cref="ApplicationException">Another operation owns it, or none.</exception>
    public void Exit(Operation operation)
    {
        operation.Arrive(Target);
        if (!ReferenceEquals(owner, operation))
            throw new ApplicationException("Object synchronization method was called from an unsynchronized block of code.");
        if (--depth > 0)
            return;
        owner = null;
        Release(operation);
        operation.Note("releases", Target);
        Waiters(operation).Update();
    }
}
