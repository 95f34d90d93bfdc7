using Interleaving.Scheduling;

namespace Interleaving.Models;

/// <summary>
/// Who holds one ReaderWriterLockSlim and how. As on the platform, new readers stand back for writers that wait, and an
/// upgradeable reader that wants to write waits only for the other readers to leave.
/// </summary>
internal sealed class ReaderWriterState : TakenState
{
    private readonly ReaderWriterLockSlim target;
    private readonly Dictionary<Operation, int> readers = [];
    private readonly Conditions readerQueue = new();
    private readonly Conditions upgraderQueue = new();
    private readonly Conditions writerQueue = new();
    private readonly SyncState readersLeft = new();

    private bool disposed;

    private ReaderWriterState(ReaderWriterLockSlim target) => this.target = target;

    public Operation? Writer { get; private set; }

    public int WriteDepth { get; private set; }

    public Operation? Upgrader { get; private set; }

    public int UpgradeDepth { get; private set; }

    public int Readers => readers.Count;

    public int WaitingReaders => readerQueue.Count;

    public int WaitingUpgraders => upgraderQueue.Count;

    public int WaitingWriters => writerQueue.Count;

    private bool IsRecursive => target.RecursionPolicy == LockRecursionPolicy.SupportsRecursion;

    public static ReaderWriterState Of(Operation operation, ReaderWriterLockSlim self) =>
        operation.State(self, static target => new ReaderWriterState((ReaderWriterLockSlim)target));

    public override Holding? HeldBy(Operation operation) =>
        Writes(operation) ? operation.Holds(HoldingKind.Writing, target)
        : Upgrades(operation) ? operation.Holds(HoldingKind.Upgrading, target)
        : ReadDepth(operation) > 0 ? operation.Holds(HoldingKind.Reading, target)
        : null;

    public int ReadDepth(Operation operation) => readers.GetValueOrDefault(operation);

    public bool EnterRead(Operation operation, int milliseconds)
    {
        operation.Arrive(target);
        ObjectDisposedException.ThrowIf(disposed, target);
        if (!IsRecursive)
        {
            Refuse(ReadDepth(operation) > 0, "Recursive read lock acquisitions not allowed in this mode.");
            Refuse(Writes(operation), "Read lock may not be acquired with the write lock held in this mode.");
        }

        var holds = ReadDepth(operation) > 0 || Writes(operation) || Upgrades(operation);
        if (!holds && !Await(operation, readerQueue, CanRead, WaitKind.Reading, milliseconds))
            return false;
        readers[operation] = ReadDepth(operation) + 1;
        Entered(operation, EventKind.AcquiredForReading);
        return true;
    }

    public bool EnterUpgradeable(Operation operation, int milliseconds)
    {
        operation.Arrive(target);
        ObjectDisposedException.ThrowIf(disposed, target);
        if (!IsRecursive)
        {
            Refuse(Upgrades(operation), "Recursive upgradeable lock acquisitions not allowed in this mode.");
            Refuse(Writes(operation), "Upgradeable lock may not be acquired with write lock held in this mode.");
        }

        Refuse(
            ReadDepth(operation) > 0 && !Upgrades(operation) && !Writes(operation),
            "Upgradeable lock may not be acquired with read lock held.");
        if (!Upgrades(operation) && !Writes(operation)
            && !Await(operation, upgraderQueue, () => CanRead() && Upgrader is null, WaitKind.Reading, milliseconds))
            return false;
        Upgrader = operation;
        UpgradeDepth++;
        Entered(operation, EventKind.AcquiredForUpgrading);
        return true;
    }

    public bool EnterWrite(Operation operation, int milliseconds)
    {
        operation.Arrive(target);
        ObjectDisposedException.ThrowIf(disposed, target);
        Refuse(Writes(operation) && !IsRecursive, "Recursive write lock acquisitions not allowed in this mode.");
        Refuse(
            ReadDepth(operation) > 0 && !Upgrades(operation) && !Writes(operation),
            "Write lock may not be acquired with read lock held. This pattern is prone to deadlocks. Please ensure that read "
            + "locks are released before taking a write lock. If an upgrade is necessary, use an upgrade lock in place of the read lock.");
        if (!Writes(operation)
            && !Await(operation, writerQueue, () => CanWrite(operation), WaitKind.Writing, milliseconds))
            return false;
        Writer = operation;
        WriteDepth++;
        Entered(operation, EventKind.AcquiredForWriting);
        readersLeft.Acquire(operation);
        return true;
    }

    public void ExitRead(Operation operation)
    {
        operation.Arrive(target);
        var depth = ReadDepth(operation);
        if (depth == 0)
            throw new SynchronizationLockException("The read lock is being released without being held.");
        if (depth > 1)
            readers[operation] = depth - 1;
        else
            readers.Remove(operation);

        // What readers did happens before the next writer, but not before the next reader.
        readersLeft.Release(operation);
        Update();
    }

    public void ExitUpgradeable(Operation operation)
    {
        operation.Arrive(target);
        if (!Upgrades(operation))
            throw new SynchronizationLockException("The upgradeable lock is being released without being held.");
        if (--UpgradeDepth == 0)
            Upgrader = null;
        readersLeft.Release(operation);
        Update();
    }

    public void ExitWrite(Operation operation)
    {
        operation.Arrive(target);
        if (!Writes(operation))
            throw new SynchronizationLockException("The write lock is being released without being held.");
        if (--WriteDepth == 0)
            Writer = null;
        Release(operation);
        operation.Note(EventKind.ReleasedFromWriting, target);
        Update();
    }

    /// <exception cref="SynchronizationLockException">Somebody waits for it, or its caller holds it.</exception>
    public void Dispose(Operation operation)
    {
        operation.Arrive(target);
        if (!disposed && (WaitingReaders + WaitingUpgraders + WaitingWriters > 0
            || ReadDepth(operation) > 0 || Upgrades(operation) || Writes(operation)))
            throw new SynchronizationLockException("The lock is being disposed while still being used. It either is being held by a thread and/or has active waiters waiting to acquire the lock.");
        disposed = true;
    }

    public bool Writes(Operation operation) => ReferenceEquals(Writer, operation);

    public bool Upgrades(Operation operation) => ReferenceEquals(Upgrader, operation);

    private static void Refuse(bool isMisuse, string message)
    {
        if (isMisuse)
            throw new LockRecursionException(message);
    }

    private bool CanRead() => Writer is null && WaitingWriters == 0;

    private bool CanWrite(Operation operation) =>
        Writer is null
        && (Upgrader is null || Upgrades(operation))
        && readers.Keys.All(reader => ReferenceEquals(reader, operation));

    private bool Await(Operation operation, Conditions queue, Func<bool> can, WaitKind kind, int milliseconds)
    {
        var wait = operation.WaitFor(
            kind,
            target,
            () => new[] { Writer, Upgrader }.Concat(readers.Keys).FirstOrDefault(other => other is not null && !ReferenceEquals(other, operation)));
        var got = false;
        try
        {
            return got = queue.Await(operation, can, wait, milliseconds);
        }
        finally
        {
            // A writer that gives up waiting no longer stands in the way of readers.
            if (!got)
                Update();
        }
    }

    private void Entered(Operation operation, EventKind act)
    {
        Acquire(operation);
        operation.Note(act, target);
        Update();
    }

    private void Update()
    {
        writerQueue.Update();
        upgraderQueue.Update();
        readerQueue.Update();
    }

    /// <inheritdoc/>
    /// <remarks>It comes back to where it was.</remarks>
    public override void Acted(LivelockDetector livelock, int site)
    {
    }
}
