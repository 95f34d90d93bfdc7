using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models;

[Models(typeof(Lock), Passes = [".ctor"])]
internal static class LockModel
{
    public static void Enter(Lock self)
    {
        if (Operation.Current is { } operation)
            Of(operation, self).Enter(operation, -1);
        else
            self.Enter();
    }

    public static bool TryEnter(Lock self) => TryEnter(self, 0);

    public static bool TryEnter(Lock self, TimeSpan timeout) => TryEnter(self, Timeouts.Of(timeout));

    public static bool TryEnter(Lock self, int millisecondsTimeout) =>
        Operation.Current is { } operation
            ? Of(operation, self).Enter(operation, Timeouts.Of(millisecondsTimeout))
            : self.TryEnter(millisecondsTimeout);

    public static void Exit(Lock self)
    {
        if (Operation.Current is not { } operation)
        {
            self.Exit();
            return;
        }

        var state = Of(operation, self);
        if (!ReferenceEquals(state.Owner, operation))
            throw new SynchronizationLockException("The calling thread does not hold the lock.");
        state.Exit(operation);
    }

    /// <summary>A scope that holds this lock, made without the platform's own lock being taken.</summary>
    public static Lock.Scope EnterScope(Lock self)
    {
        if (Operation.Current is not { } operation)
            return self.EnterScope();
        Of(operation, self).Enter(operation, -1);
        var scope = default(Lock.Scope);
        LockOf(ref scope) = self;
        return scope;
    }

    public static bool get_IsHeldByCurrentThread(Lock self) =>
        Operation.Current is { } operation
            ? ReferenceEquals(Of(operation, self).Owner, operation)
            : self.IsHeldByCurrentThread;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_lockObj")]
    internal static extern ref Lock? LockOf(ref Lock.Scope scope);

    // The compiler warns of every conversion of a Lock, for fear of a Monitor; As is no conversion to it.
    private static LockState Of(Operation operation, Lock self) =>
        operation.State(Unsafe.As<Lock, object>(ref self), static target => new LockState(target));
}
