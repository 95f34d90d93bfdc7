using Interleaving.Scheduling;

namespace Interleaving.Models.Events;

/// <summary>A gate that lets all through while it is set.</summary>
internal sealed class GateState : SyncState
{
    private readonly object target;
    private readonly WaitQueue queue = new();
    private readonly SlimHandle handle;
    private bool disposed;
    private Wait? wait;

    public GateState(object target, bool isSet)
    {
        this.target = target;
        handle = new SlimHandle(this);
        queue.Set(isSet);
    }

    public bool IsSet => queue.IsOpen;

    public bool Look(Operation operation)
    {
        if (IsSet)
            Acquire(operation);
        else
            AcquireOnly(operation);
        return IsSet;
    }

    public void Set(Operation operation)
    {
        operation.Arrive(target);
        Release(operation);
        queue.Set(true);
        operation.Note(EventKind.Set, target);
        handle.Follow(operation, isOpen: true);
    }

    public void Reset(Operation operation)
    {
        operation.Arrive(target);
        ObjectDisposedException.ThrowIf(disposed, target);
        Release(operation);
        queue.Set(false);
        operation.Note(EventKind.Reset, target);
        handle.Follow(operation, isOpen: false);
    }

    /// <summary>Blocks until the gate is set; false when the time ran out first.</summary>
    public bool Wait(Operation operation, int milliseconds, CancellationToken token)
    {
        operation.Arrive(target);
        ObjectDisposedException.ThrowIf(disposed, target);
        wait ??= operation.WaitFor(WaitKind.Set, target);
        if (!operation.Execution.Block(operation, queue, wait, milliseconds, token))
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
        operation.Arrive(target);
        ObjectDisposedException.ThrowIf(disposed, target);
        return handle.Get(operation, IsSet);
    }

    /// <inheritdoc/>
    /// <remarks>It comes back to where it was.</remarks>
    public override void Acted(LivelockDetector livelock, int site)
    {
    }
}
