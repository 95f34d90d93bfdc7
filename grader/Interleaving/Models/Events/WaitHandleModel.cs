using Interleaving.Scheduling;

namespace Interleaving.Models.Events;

[Models(typeof(WaitHandle))]
internal static class WaitHandleModel
{
    public static bool WaitOne(WaitHandle self) => WaitOne(self, Timeout.Infinite);

    public static bool WaitOne(WaitHandle self, TimeSpan timeout) => WaitOne(self, Timeouts.Of(timeout));

    public static bool WaitOne(WaitHandle self, TimeSpan timeout, bool exitContext) => WaitOne(self, Timeouts.Of(timeout));

    public static bool WaitOne(WaitHandle self, int millisecondsTimeout, bool exitContext) =>
        WaitOne(self, millisecondsTimeout);

    public static bool WaitOne(WaitHandle self, int millisecondsTimeout) =>
        Operation.Current is { } operation
            ? Wait(operation, [HandleState.Of(operation, self)], all: true, Timeouts.Of(millisecondsTimeout)) >= 0
            : self.WaitOne(millisecondsTimeout);

    public static void Close(WaitHandle self)
    {
        if (Operation.Current is { } operation)
            HandleState.Of(operation, self).Dispose(operation);
        if (Operation.Current is null || Derived.Is(self))
            self.Close();
    }

    public static void base_Close(WaitHandle self) => Dispose(self);

    public static void Dispose(WaitHandle self)
    {
        if (Operation.Current is { } operation)
            HandleState.Of(operation, self).Dispose(operation);
        if (Operation.Current is null || Derived.Is(self))
            self.Dispose();
    }

    public static bool WaitAll(WaitHandle[] waitHandles) => WaitAll(waitHandles, Timeout.Infinite);

    public static bool WaitAll(WaitHandle[] waitHandles, TimeSpan timeout) => WaitAll(waitHandles, Timeouts.Of(timeout));

    public static bool WaitAll(WaitHandle[] waitHandles, int millisecondsTimeout) =>
        Operation.Current is { } operation
            ? Wait(operation, States(operation, waitHandles), all: true, Timeouts.Of(millisecondsTimeout)) >= 0
            : WaitHandle.WaitAll(waitHandles, millisecondsTimeout);

    public static int WaitAny(WaitHandle[] waitHandles) => WaitAny(waitHandles, Timeout.Infinite);

    public static int WaitAny(WaitHandle[] waitHandles, TimeSpan timeout) => WaitAny(waitHandles, Timeouts.Of(timeout));

    public static int WaitAny(WaitHandle[] waitHandles, int millisecondsTimeout)
    {
        if (Operation.Current is not { } operation)
            return WaitHandle.WaitAny(waitHandles, millisecondsTimeout);
        var index = Wait(operation, States(operation, waitHandles), all: false, Timeouts.Of(millisecondsTimeout));
        return index < 0 ? WaitHandle.WaitTimeout : index;
    }

    public static bool SignalAndWait(WaitHandle toSignal, WaitHandle toWaitOn) =>
        SignalAndWait(toSignal, toWaitOn, Timeout.Infinite, exitContext: false);

    public static bool SignalAndWait(WaitHandle toSignal, WaitHandle toWaitOn, TimeSpan timeout, bool exitContext) =>
        SignalAndWait(toSignal, toWaitOn, Timeouts.Of(timeout), exitContext);

    /// <summary>Others may run between the signal and the wait, as on the platform.</summary>
    public static bool SignalAndWait(WaitHandle toSignal, WaitHandle toWaitOn, int millisecondsTimeout, bool exitContext)
    {
        if (Operation.Current is null)
            return WaitHandle.SignalAndWait(toSignal, toWaitOn, millisecondsTimeout, exitContext);
        switch (toSignal)
        {
            case EventWaitHandle handle:
                EventWaitHandleModel.Set(handle);
                break;
            case Semaphore semaphore:
                SemaphoreModel.Release(semaphore);
                break;
            case Mutex mutex:
                MutexModel.ReleaseMutex(mutex);
                break;
            default:
                throw new NotSupportedException($"A {toSignal.GetType().Name} is not controlled.");
        }

        return WaitOne(toWaitOn, millisecondsTimeout);
    }

    /// <summary>The index of the first handle that let this through; -1 when the time ran out first.</summary>
    private static int Wait(Operation operation, HandleState[] states, bool all, int milliseconds)
    {
        bool Holds() => all
            ? Array.TrueForAll(states, state => state.IsSignalled(operation))
            : Array.Exists(states, state => state.IsSignalled(operation));
        operation.Arrive(states[0].Target, waits: milliseconds == -1 && !Holds());
        foreach (var state in states)
            state.Check();
        var wait = operation.WaitFor(
            all ? WaitKind.AllHandles : WaitKind.AnyHandle,
            Array.ConvertAll(states, state => (object)state.Target),
            () => all || states.Length == 1 ? Array.Find(states, state => !state.IsSignalled(operation))?.Holder : null);
        var waiters = HandleState.Waiters(operation);
        if (!waiters.Await(operation, Holds, wait, milliseconds))
            return -1;
        var first = Array.FindIndex(states, state => state.IsSignalled(operation));
        foreach (var state in all ? states : [states[first]])
        {
            state.Take(operation);
            state.Acquire(operation);
        }

        waiters.Update();
        foreach (var state in all ? states : [states[first]])
        {
            if (state is MutexState { Target: Mutex mutex } taken && taken.ForgetAbandonment())
                throw new AbandonedMutexException(Array.IndexOf(states, state), mutex);
        }

        return first;
    }

    private static HandleState[] States(Operation operation, WaitHandle[] handles)
    {
        ArgumentNullException.ThrowIfNull(handles);
        return handles.Length > 0
            ? [.. handles.Select(handle => HandleState.Of(operation, handle))]
            : throw new ArgumentException("Waithandle array may not be empty.", nameof(handles));
    }
}
