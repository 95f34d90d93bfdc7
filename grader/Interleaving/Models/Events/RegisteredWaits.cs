using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Events;

/// <summary>A callback that waits for a handle: an operation of its own waits, and calls.</summary>
internal sealed class RegisteredWaits(WaitHandle handle, Action<bool> callback, int milliseconds, bool once)
{
    private readonly SyncState called = new();
    private bool left;
    private bool unregistered;
    private bool running;
    private WaitHandle? told;

    public static RegisteredWaitHandle Register(
        Operation operation, WaitHandle handle, WaitOrTimerCallback callback, object? state, int milliseconds, bool once, bool flow)
    {
        ArgumentNullException.ThrowIfNull(handle);
        ArgumentNullException.ThrowIfNull(callback);
        var registered = (RegisteredWaitHandle)RuntimeHelpers.GetUninitializedObject(typeof(RegisteredWaitHandle));
        GC.SuppressFinalize(registered);
        var context = flow ? ExecutionContext.Capture() : null;
        void Call(bool timedOut)
        {
            if (context is null)
                callback(state, timedOut);
            else
                ExecutionContext.Run(context, _ => callback(state, timedOut), null);
        }

        var wait = new RegisteredWaits(handle, Call, milliseconds, once);
        operation.Execution.State(registered, _ => wait);
        operation.Execution.Spawn(operation.Execution.NameFor("registered wait"), wait.Run);
        return registered;
    }

    /// <returns>Whether it is the first time, also where the wait has ended by itself.</returns>
    public static bool Unregister(Operation operation, RegisteredWaitHandle registered, WaitHandle? waitObject)
    {
        var wait = operation.State<RegisteredWaits>(
            registered, static _ => throw new NotSupportedException("A wait that was registered outside of the test cannot be ended in it."));
        operation.Arrive(wait);
        if (wait.unregistered)
            return false;
        wait.unregistered = true;
        wait.left = true;
        wait.told = waitObject;
        HandleState.Waiters(operation).Update();
        if (!wait.running)
            EventHandleState.Tell(operation, waitObject, wait.called);
        return true;
    }

    private void Run()
    {
        var operation = Operation.Current!;
        var state = HandleState.Of(operation, handle);
        var waiters = HandleState.Waiters(operation);
        while (!left)
        {
            operation.Arrive(handle);
            var what = operation.WaitFor(WaitKind.AllHandles, handle, () => state.Holder);
            var came = waiters.Await(operation, () => left || state.IsSignalled(operation), what, milliseconds);
            if (left)
                return;
            if (came)
            {
                state.Take(operation);
                state.Acquire(operation);
                waiters.Update();
            }

            left |= once;
            running = true;
            callback(!came);
            running = false;
            called.Release(operation);
            EventHandleState.Tell(operation, told, called);
        }
    }
}
