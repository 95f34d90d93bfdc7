using System.Collections.Concurrent;
using Interleaving.Scheduling;

namespace Interleaving.Models.Collections;

/// <summary>Who waits for an item, or for room, in one blocking collection. The platform's object keeps the items.</summary>
internal sealed class BlockingState<T> : SyncState, ITellsChanges
{
    private static readonly object WaitersKey = new();
    private readonly BlockingCollection<T> target;
    private readonly WaitQueue items = new();
    private readonly WaitQueue room = new();

    private BlockingState(BlockingCollection<T> target)
    {
        this.target = target;
        Update();
    }

    public static BlockingState<T> Of(Operation operation, BlockingCollection<T> self) =>
        operation.State(self, static target => new BlockingState<T>((BlockingCollection<T>)target));

    /// <exception cref="ObjectDisposedException">The collection was disposed of.</exception>
    public static BlockingState<T> Known(Operation operation, BlockingCollection<T> self)
    {
        _ = self.IsCompleted;
        return Of(operation, self);
    }

    /// <summary>Blocks while there is no room; false when the time ran out first.</summary>
    /// <exception cref="InvalidOperationException">No more items may be added.</exception>
    public bool TryAdd(Operation operation, T item, int milliseconds, CancellationToken token)
    {
        operation.Arrive(target);
        token.ThrowIfCancellationRequested();
        if (!room.IsOpen && !operation.Execution.Block(
            operation, room, operation.WaitFor(WaitKind.Room, target), milliseconds, token))
            return false;
        var added = Whole(operation, () => target.TryAdd(item, 0));
        operation.Execution.Caches?.Access(operation, target, 0, write: true);
        Release(operation);
        if (added)
            operation.Execution.Observers.Changed();
        Update();
        return added;
    }

    /// <summary>Blocks while there is no item; false when the time ran out, or no more items will come.</summary>
    public bool TryTake(Operation operation, out T? item, int milliseconds, CancellationToken token)
    {
        operation.Arrive(target);
        item = default;
        if (target.IsCompleted)
            return false;
        token.ThrowIfCancellationRequested();
        if (!items.IsOpen && !operation.Execution.Block(
            operation, items, operation.WaitFor(WaitKind.Item, target), milliseconds, token))
            return false;
        var (done, found) = Whole(operation, () => (target.TryTake(out var found, 0), found));
        item = found;
        operation.Execution.Caches?.Access(operation, target, 0, write: true);
        Acquire(operation);
        if (done)
            operation.Execution.Observers.Changed();
        Update();
        return done;
    }

    public bool HasItem => target.Count > 0;

    public bool HasRoom => room.IsOpen;

    public bool IsCompleted => target.IsCompleted;

    /// <summary>Blocks until one of several is ready: the index of the first that is; -1 when the time ran out first.</summary>
    public static int AwaitAny(
        Operation operation, BlockingState<T>[] states, Predicate<BlockingState<T>> isReady, WaitKind wanted, int milliseconds, CancellationToken token)
    {
        operation.Arrive(states[0].target);
        token.ThrowIfCancellationRequested();
        var wait = operation.WaitFor(wanted, Array.ConvertAll(states, state => (object)state.target));
        return Waiters(operation).Await(
            operation, () => Array.Exists(states, isReady), wait, Timeouts.Of(milliseconds), token)
            ? Array.FindIndex(states, isReady)
            : -1;
    }

    public void CompleteAdding(Operation operation)
    {
        operation.Arrive(target);
        target.CompleteAdding();
        operation.Execution.Observers.Changed();
        Release(operation);
        Update();
    }

    public TResult Look<TResult>(Operation operation, Func<BlockingCollection<T>, TResult> look)
    {
        operation.Arrive(target, StepKind.Read);
        Acquire(operation);
        return Whole(operation, () => look(target));
    }

    private static TResult Whole<TResult>(Operation operation, Func<TResult> call)
    {
        operation.Atomic++;
        try
        {
            return call();
        }
        finally
        {
            operation.Atomic--;
        }
    }

    /// <summary>One wait may be for several collections, so all of an execution share those who wait so.</summary>
    private static Conditions Waiters(Operation operation) =>
        operation.Execution.State(WaitersKey, static _ => new Conditions());

    private void Update()
    {
        items.Set(target.Count > 0 || target.IsAddingCompleted);
        room.Set(target.BoundedCapacity < 0 || target.Count < target.BoundedCapacity || target.IsAddingCompleted);
        if (Operation.Current is { } operation)
            Waiters(operation).Update();
    }
}
