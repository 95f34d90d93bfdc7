using Interleaving.Scheduling;

namespace Interleaving.Models.Events;

/// <summary>A count that lets all through once it is zero.</summary>
internal sealed class CountdownState : SyncState
{
    private readonly CountdownEvent target;
    private readonly WaitQueue zero = new();
    private readonly SlimHandle handle;
    private bool disposed;

    private CountdownState(CountdownEvent target)
    {
        this.target = target;
        handle = new SlimHandle(this);
        Initial = target.InitialCount;
        Count = target.CurrentCount;
        zero.Set(Count == 0);
    }

    public int Initial { get; private set; }

    public int Count { get; private set; }

    public static CountdownState Of(Operation operation, CountdownEvent self) =>
        operation.State(self, static target => new CountdownState((CountdownEvent)target));

    public int Look(Operation operation)
    {
        operation.Arrive(target, StepKind.Read);
        if (Count == 0)
            Acquire(operation);
        else
            AcquireOnly(operation);
        return Count;
    }

    /// <summary>Counts down; true when that reached zero.</summary>
    /// <exception cref="InvalidOperationException">The count would go below zero.</exception>
    public bool Signal(Operation operation, int signals)
    {
        Arrive(operation);
        if (Count < signals)
            throw new InvalidOperationException("Invalid attempt made to decrement the event's count below zero.");
        Count -= signals;
        Release(operation);
        operation.Note(EventKind.Signalled, target);
        zero.Set(Count == 0);
        handle.Follow(operation, Count == 0);
        return Count == 0;
    }

    /// <summary>Counts up; false when the count is zero already.</summary>
    /// <exception cref="InvalidOperationException">The count would pass the largest int.</exception>
    public bool TryAdd(Operation operation, int signals)
    {
        Arrive(operation);
        if (Count == 0)
            return false;
        if (Count > int.MaxValue - signals)
            throw new InvalidOperationException("The increment operation would cause the CurrentCount to overflow.");
        Count += signals;
        Release(operation);
        return true;
    }

    public void Reset(Operation operation, int count)
    {
        Arrive(operation);
        Initial = Count = count;
        Release(operation);
        zero.Set(Count == 0);
        handle.Follow(operation, Count == 0);
    }

    public bool Wait(Operation operation, int milliseconds, CancellationToken token)
    {
        Arrive(operation);
        var wait = operation.WaitFor(WaitKind.Zero, target);
        if (!operation.Execution.Block(operation, zero, wait, milliseconds, token))
            return false;
        Acquire(operation);
        return true;
    }

    public void Dispose(Operation operation)
    {
        operation.Arrive(target);
        disposed = true;
        handle.Dispose(operation);
    }

    public WaitHandle Handle(Operation operation)
    {
        Arrive(operation);
        return handle.Get(operation, Count == 0);
    }

    private void Arrive(Operation operation)
    {
        operation.Arrive(target);
        ObjectDisposedException.ThrowIf(disposed, target);
    }
}
