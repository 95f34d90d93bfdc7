using Interleaving.Scheduling;

namespace Interleaving.Models;

[Models(typeof(Monitor))]
internal static class MonitorModel
{
    /// <summary>No real lock is ever waited for.</summary>
    public static long get_LockContentionCount() => Operation.Current is null ? Monitor.LockContentionCount : 0;

    public static void Enter(object obj)
    {
        if (Operation.Current is { } operation && obj is not null)
            Of(operation, obj).Enter(operation, -1);
        else
            Monitor.Enter(obj!);
    }

    public static void Enter(object obj, ref bool lockTaken)
    {
        if (Operation.Current is { } operation && obj is not null && !lockTaken)
            lockTaken = Of(operation, obj).Enter(operation, -1);
        else
            Monitor.Enter(obj!, ref lockTaken);
    }

    public static bool TryEnter(object obj) => TryEnter(obj, 0);

    public static bool TryEnter(object obj, TimeSpan timeout) => TryEnter(obj, Timeouts.Of(timeout));

    public static bool TryEnter(object obj, int millisecondsTimeout) =>
        Operation.Current is { } operation && obj is not null
            ? Of(operation, obj).Enter(operation, Timeouts.Of(millisecondsTimeout))
            : Monitor.TryEnter(obj!, millisecondsTimeout);

    public static void TryEnter(object obj, ref bool lockTaken) => TryEnter(obj, 0, ref lockTaken);

    public static void TryEnter(object obj, TimeSpan timeout, ref bool lockTaken) =>
        TryEnter(obj, Timeouts.Of(timeout), ref lockTaken);

    public static void TryEnter(object obj, int millisecondsTimeout, ref bool lockTaken)
    {
        if (Operation.Current is { } operation && obj is not null && !lockTaken)
            lockTaken = Of(operation, obj).Enter(operation, Timeouts.Of(millisecondsTimeout));
        else
            Monitor.TryEnter(obj!, millisecondsTimeout, ref lockTaken);
    }

    public static void Exit(object obj)
    {
        if (Operation.Current is { } operation && obj is not null)
            Held(operation, obj).Exit(operation);
        else
            Monitor.Exit(obj!);
    }

    public static bool IsEntered(object obj) =>
        Operation.Current is { } operation && obj is not null
            ? ReferenceEquals(Of(operation, obj).Owner, operation)
            : Monitor.IsEntered(obj!);

    public static bool Wait(object obj) => Wait(obj, Timeout.Infinite);

    public static bool Wait(object obj, TimeSpan timeout) => Wait(obj, Timeouts.Of(timeout));

    public static bool Wait(object obj, TimeSpan timeout, bool exitContext) => Wait(obj, Timeouts.Of(timeout));

    public static bool Wait(object obj, int millisecondsTimeout, bool exitContext) => Wait(obj, millisecondsTimeout);

    public static bool Wait(object obj, int millisecondsTimeout) =>
        Operation.Current is { } operation && obj is not null
            ? Held(operation, obj).AwaitPulse(operation, Timeouts.Of(millisecondsTimeout))
            : Monitor.Wait(obj!, millisecondsTimeout);

    public static void Pulse(object obj)
    {
        if (Operation.Current is { } operation && obj is not null)
            Held(operation, obj).Pulse(operation, all: false);
        else
            Monitor.Pulse(obj!);
    }

    public static void PulseAll(object obj)
    {
        if (Operation.Current is { } operation && obj is not null)
            Held(operation, obj).Pulse(operation, all: true);
        else
            Monitor.PulseAll(obj!);
    }

    // The monitor of a System.Threading.Lock is another lock than the Lock itself: a trap that stays a trap here.
    private static LockState Of(Operation operation, object obj) =>
        obj is Lock
            ? operation.State(obj, static target => new LockMonitor(new LockState(target))).State
            : operation.State(obj, static target => new LockState(target));

    private static LockState Held(Operation operation, object obj)
    {
        var state = Of(operation, obj);
        return ReferenceEquals(state.Owner, operation) ? state : throw new SynchronizationLockException();
    }

    private sealed record LockMonitor(LockState State);
}
