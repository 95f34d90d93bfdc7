using Interleaving.Scheduling;

namespace Interleaving.Models;

[Models(typeof(ReaderWriterLockSlim), Passes = [".ctor", "get_RecursionPolicy"])]
internal static class ReaderWriterLockSlimModel
{
    public static void EnterReadLock(ReaderWriterLockSlim self)
    {
        if (Operation.Current is { } operation)
            ReaderWriterState.Of(operation, self).EnterRead(operation, Timeout.Infinite);
        else
            self.EnterReadLock();
    }

    public static bool TryEnterReadLock(ReaderWriterLockSlim self, TimeSpan timeout) =>
        TryEnterReadLock(self, Timeouts.Of(timeout));

    public static bool TryEnterReadLock(ReaderWriterLockSlim self, int millisecondsTimeout) =>
        Operation.Current is { } operation
            ? ReaderWriterState.Of(operation, self).EnterRead(operation, Timeouts.Of(millisecondsTimeout))
            : self.TryEnterReadLock(millisecondsTimeout);

    public static void ExitReadLock(ReaderWriterLockSlim self)
    {
        if (Operation.Current is { } operation)
            ReaderWriterState.Of(operation, self).ExitRead(operation);
        else
            self.ExitReadLock();
    }

    public static void EnterWriteLock(ReaderWriterLockSlim self)
    {
        if (Operation.Current is { } operation)
            ReaderWriterState.Of(operation, self).EnterWrite(operation, Timeout.Infinite);
        else
            self.EnterWriteLock();
    }

    public static bool TryEnterWriteLock(ReaderWriterLockSlim self, TimeSpan timeout) =>
        TryEnterWriteLock(self, Timeouts.Of(timeout));

    public static bool TryEnterWriteLock(ReaderWriterLockSlim self, int millisecondsTimeout) =>
        Operation.Current is { } operation
            ? ReaderWriterState.Of(operation, self).EnterWrite(operation, Timeouts.Of(millisecondsTimeout))
            : self.TryEnterWriteLock(millisecondsTimeout);

    public static void ExitWriteLock(ReaderWriterLockSlim self)
    {
        if (Operation.Current is { } operation)
            ReaderWriterState.Of(operation, self).ExitWrite(operation);
        else
            self.ExitWriteLock();
    }

    public static void EnterUpgradeableReadLock(ReaderWriterLockSlim self)
    {
        if (Operation.Current is { } operation)
            ReaderWriterState.Of(operation, self).EnterUpgradeable(operation, Timeout.Infinite);
        else
            self.EnterUpgradeableReadLock();
    }

    public static bool TryEnterUpgradeableReadLock(ReaderWriterLockSlim self, TimeSpan timeout) =>
        TryEnterUpgradeableReadLock(self, Timeouts.Of(timeout));

    public static bool TryEnterUpgradeableReadLock(ReaderWriterLockSlim self, int millisecondsTimeout) =>
        Operation.Current is { } operation
            ? ReaderWriterState.Of(operation, self).EnterUpgradeable(operation, Timeouts.Of(millisecondsTimeout))
            : self.TryEnterUpgradeableReadLock(millisecondsTimeout);

    public static void ExitUpgradeableReadLock(ReaderWriterLockSlim self)
    {
        if (Operation.Current is { } operation)
            ReaderWriterState.Of(operation, self).ExitUpgradeable(operation);
        else
            self.ExitUpgradeableReadLock();
    }

    public static bool get_IsReadLockHeld(ReaderWriterLockSlim self) =>
        Operation.Current is { } operation ? Look(operation, self).ReadDepth(operation) > 0 : self.IsReadLockHeld;

    public static bool get_IsUpgradeableReadLockHeld(ReaderWriterLockSlim self) =>
        Operation.Current is { } operation ? Look(operation, self).Upgrades(operation) : self.IsUpgradeableReadLockHeld;

    public static bool get_IsWriteLockHeld(ReaderWriterLockSlim self) =>
        Operation.Current is { } operation ? Look(operation, self).Writes(operation) : self.IsWriteLockHeld;

    public static int get_CurrentReadCount(ReaderWriterLockSlim self) =>
        Operation.Current is { } operation ? Look(operation, self).Readers : self.CurrentReadCount;

    public static int get_RecursiveReadCount(ReaderWriterLockSlim self) =>
        Operation.Current is { } operation ? Look(operation, self).ReadDepth(operation) : self.RecursiveReadCount;

    public static int get_WaitingReadCount(ReaderWriterLockSlim self) =>
        Operation.Current is { } operation ? Look(operation, self).WaitingReaders : self.WaitingReadCount;

    public static int get_WaitingUpgradeCount(ReaderWriterLockSlim self) =>
        Operation.Current is { } operation ? Look(operation, self).WaitingUpgraders : self.WaitingUpgradeCount;

    public static int get_WaitingWriteCount(ReaderWriterLockSlim self) =>
        Operation.Current is { } operation ? Look(operation, self).WaitingWriters : self.WaitingWriteCount;

    public static int get_RecursiveUpgradeCount(ReaderWriterLockSlim self) =>
        Operation.Current is { } operation
            ? Look(operation, self) is var state && state.Upgrades(operation) ? state.UpgradeDepth : 0
            : self.RecursiveUpgradeCount;

    public static int get_RecursiveWriteCount(ReaderWriterLockSlim self) =>
        Operation.Current is { } operation
            ? Look(operation, self) is var state && state.Writes(operation) ? state.WriteDepth : 0
            : self.RecursiveWriteCount;

    public static void Dispose(ReaderWriterLockSlim self)
    {
        if (Operation.Current is { } operation)
            ReaderWriterState.Of(operation, self).Dispose(operation);
        else
            self.Dispose();
    }

    private static ReaderWriterState Look(Operation operation, ReaderWriterLockSlim self)
    {
        operation.Arrive(self, StepKind.Read);
        return ReaderWriterState.Of(operation, self);
    }
}
