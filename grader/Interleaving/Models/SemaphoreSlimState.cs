using System.Runtime.CompilerServices;
using Interleaving.Models.Events;
using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Models;

/// <summary>
/// The permits of one semaphore in one execution. As on the platform, threads that wait come before tasks that wait, tasks
/// are served in order of arrival, and a newcomer may overtake a thread that was told to wake but did not run yet.
/// </summary>
internal sealed class SemaphoreSlimState : TakenState
{
    private readonly SemaphoreSlim semaphore;
    private readonly WaitQueue available = new();
    private readonly LinkedList<SemaphoreTask> tasks = new();
    private readonly SlimHandle handle;
    private readonly int max;
    private Wait? wait;

    private SemaphoreSlimState(SemaphoreSlim semaphore)
    {
        this.semaphore = semaphore;
        handle = new SlimHandle(this);
        Count = semaphore.CurrentCount;
        max = MaxOf(semaphore);
        available.Set(Count > 0);
    }

    public int Count { get; private set; }

    public bool Disposed { get; private set; }

    public static SemaphoreSlimState Of(Operation operation, SemaphoreSlim self) =>
        operation.State(self, static semaphore => new SemaphoreSlimState((SemaphoreSlim)semaphore));

    /// <summary>Blocks until there is a permit; false when the time ran out first.</summary>
    public bool Wait(Operation operation, long milliseconds, CancellationToken token)
    {
        operation.Arrive(semaphore);
        ObjectDisposedException.ThrowIf(Disposed, semaphore);
        token.ThrowIfCancellationRequested();
        if (Count == 0 && milliseconds == 0)
            return false;
        if (tasks.Count > 0)
            return AwaitInLine(operation, milliseconds, token);
        wait ??= operation.WaitFor(WaitKind.Permit, semaphore);
        if (Count == 0 && !operation.Execution.Block(operation, available, wait, milliseconds, token))
            return false;
        Take(operation);
        return true;
    }

    public Task<bool> WaitAsync(Operation operation, long milliseconds, CancellationToken token)
    {
        operation.Arrive(semaphore);
        ObjectDisposedException.ThrowIf(Disposed, semaphore);
        if (token.IsCancellationRequested)
            return Task.FromCanceled<bool>(token);
        if (Count > 0)
        {
            Take(operation);
            return Task.FromResult(true);
        }

        if (milliseconds == 0)
            return Task.FromResult(false);
        operation.Note(EventKind.QueuedForPermit, semaphore);
        var task = new SemaphoreTask(operation.Execution, this, semaphore, milliseconds, token);
        task.Place = tasks.AddLast(task);
        return task.Start(operation);
    }

    /// <summary>Puts permits back; returns how many there were.</summary>
    /// <exception cref="SemaphoreFullException">There would be more than the semaphore's maximum.</exception>
    public int Release(Operation operation, int permits)
    {
        operation.Arrive(semaphore);
        ObjectDisposedException.ThrowIf(Disposed, semaphore);
        if (permits < 1)
            throw new ArgumentOutOfRangeException("releaseCount", permits, "The releaseCount argument must be greater than zero.");
        var before = Count;
        if (max - before < permits)
            throw new SemaphoreFullException();
        Release(operation);
        operation.Note(tasks.Count > 0 ? EventKind.HandedOnPermits : EventKind.ReturnedPermits, semaphore, before, before + permits);
        Count += permits;
        while (Count > available.Waiting.Count && tasks.First is { } first)
        {
            Count--;
            Leave(first.Value);
            first.Value.Grant(operation);
        }

        available.Set(Count > 0);
        handle.Follow(operation, Count > 0);
        return before;
    }

    /// <summary>Those who wait when a semaphore is disposed of wait for ever, as on the platform.</summary>
    public void Dispose(Operation operation)
    {
        operation.Arrive(semaphore);
        Disposed = true;
        tasks.Clear();
        handle.Dispose(operation);
    }

    /// <summary>Signalled while there is a permit; a wait for it takes none.</summary>
    public WaitHandle Handle(Operation operation)
    {
        operation.Arrive(semaphore);
        ObjectDisposedException.ThrowIf(Disposed, semaphore);
        return handle.Get(operation, Count > 0);
    }

    /// <summary>Takes a waiting task out of the line; false when it already left.</summary>
    internal bool Leave(SemaphoreTask task)
    {
        if (task.Place is not { List: not null } place)
            return false;
        tasks.Remove(place);
        return true;
    }

    /// <summary>Threads that come while tasks wait go behind them: the platform is fair here.</summary>
    private bool AwaitInLine(Operation operation, long milliseconds, CancellationToken token)
    {
        var task = WaitAsync(operation, milliseconds, token);
        TaskSync.Wait(operation, task);
        if (task.IsCanceled)
            throw new OperationCanceledException(token);
        return task.GetAwaiter().GetResult();
    }

    private void Take(Operation operation)
    {
        if (--Count == 0)
        {
            available.Set(false);
            handle.Follow(operation, isOpen: false);
        }

        Acquire(operation);
        operation.Note(EventKind.TookPermit, semaphore, Count + 1, Count);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_maxCount")]
    private static extern ref readonly int MaxOf(SemaphoreSlim semaphore);

    /// <inheritdoc/>
    public override void Acted(LivelockDetector livelock, int site) => livelock.Saw(site, Count);
}
