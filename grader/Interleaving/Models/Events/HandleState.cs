using Interleaving.Scheduling;

namespace Interleaving.Models.Events;

/// <summary>What one execution knows of a wait handle: whether it is signalled, and what a wait that succeeds changes.</summary>
internal abstract class HandleState(object target) : TakenState
{
    private static readonly object ConditionsKey = new();

    public object Target => target;

    public bool Disposed { get; private set; }

    public void Dispose(Operation operation)
    {
        operation.Arrive(target);
        Disposed = true;
    }

    /// <exception cref="ObjectDisposedException">As the platform says it: of what it keeps within the handle.</exception>
    public void Check() => ObjectDisposedException.ThrowIf(Disposed, typeof(Microsoft.Win32.SafeHandles.SafeWaitHandle));

    public abstract bool IsSignalled(Operation operation);

    /// <summary>A wait succeeded.</summary>
    public abstract void Take(Operation operation);

    /// <summary>Who holds what is waited for, if anybody in particular does.</summary>
    public virtual Operation? Holder => null;

    /// <summary>One wait may be for several handles, so all handles of an execution share their waiters.</summary>
    public static Conditions Waiters(Operation operation) =>
        operation.Execution.State(ConditionsKey, static _ => new Conditions());

    public static HandleState Of(Operation operation, WaitHandle self) => self switch
    {
        EventWaitHandle handle => EventHandleState.Of(operation, handle),
        Mutex mutex => MutexState.Of(operation, mutex),
        Semaphore semaphore => SemaphoreState.Of(operation, semaphore),
        null => throw new NullReferenceException(),
        _ => throw new NotSupportedException($"A {self.GetType().Name} is not controlled."),
    };
}
