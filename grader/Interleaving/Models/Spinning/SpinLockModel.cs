using Interleaving.Scheduling;

namespace Interleaving.Models.Spinning;

/// <summary>
/// A SpinLock is a struct without an identity; where it lies tells which one it is. The platform's struct keeps who holds
/// it, so that a copy is another lock here too, and who spins waits in a queue, so that a deadlock shows as one.
/// </summary>
[Models(typeof(SpinLock), Passes = [".ctor", "get_IsThreadOwnerTrackingEnabled"])]
internal static class SpinLockModel
{
    public static void Enter(ref SpinLock self, ref bool lockTaken)
    {
        if (Operation.Current is { } operation && !lockTaken)
            Enter(operation, ref self, Timeout.Infinite, ref lockTaken);
        else
            self.Enter(ref lockTaken);
    }

    public static void TryEnter(ref SpinLock self, ref bool lockTaken) => TryEnter(ref self, 0, ref lockTaken);

    public static void TryEnter(ref SpinLock self, TimeSpan timeout, ref bool lockTaken) =>
        TryEnter(ref self, Timeouts.Of(timeout), ref lockTaken);

    public static void TryEnter(ref SpinLock self, int millisecondsTimeout, ref bool lockTaken)
    {
        if (Operation.Current is { } operation && !lockTaken)
            Enter(operation, ref self, Timeouts.Of(millisecondsTimeout), ref lockTaken);
        else
            self.TryEnter(millisecondsTimeout, ref lockTaken);
    }

    public static void Exit(ref SpinLock self) => Exit(ref self, useMemoryBarrier: true);

    public static void Exit(ref SpinLock self, bool useMemoryBarrier)
    {
        if (Operation.Current is not { } operation)
        {
            self.Exit(useMemoryBarrier);
            return;
        }

        var state = SpinLockState.Of(operation, ref self);
        operation.Arrive(state);
        self.Exit(useMemoryBarrier);
        state.Exited(operation);
    }

    public static bool get_IsHeld(ref SpinLock self)
    {
        if (Operation.Current is not { } operation)
            return self.IsHeld;
        var state = SpinLockState.Of(operation, ref self);
        operation.Arrive(state, StepKind.Read);
        state.AcquireOnly(operation);
        return self.IsHeld;
    }

    public static bool get_IsHeldByCurrentThread(ref SpinLock self) => self.IsHeldByCurrentThread;

    private static void Enter(Operation operation, ref SpinLock self, int milliseconds, ref bool lockTaken)
    {
        var state = SpinLockState.Of(operation, ref self);
        operation.Arrive(state);
        while (true)
        {
            // Raises LockRecursionException when this thread holds it and the lock tracks its owner.
            self.TryEnter(0, ref lockTaken);
            if (lockTaken)
            {
                state.Entered(operation);
                return;
            }

            if (!state.Await(operation, milliseconds))
                return;
        }
    }
}
