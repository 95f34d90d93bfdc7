using System.Threading.Channels;
using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Models.Channels;

/// <summary>The items of one channel, who waits for them, and who waits for room.</summary>
internal sealed partial class ControlledChannel<T> : Channel<T>, ITellsChanges
{
    private readonly int capacity;
    private readonly BoundedChannelFullMode mode;
    private readonly Action<T>? dropped;
    private readonly TaskCreationOptions waitOptions;
    private readonly TaskCompletionSource completion;
    private readonly LinkedList<T> items = new();
    private readonly LinkedList<ChannelWait<T>> readers = new();
    private readonly LinkedList<ChannelWait<bool>> readWaits = new();
    private readonly LinkedList<ChannelWait<bool>> writeWaits = new();
    private readonly LinkedList<ChannelWait<bool>> writers = new();
    private readonly SyncState written = new();
    private readonly SyncState taken = new();
    private bool done;
    private Exception? error;

    public ControlledChannel(int capacity, BoundedChannelFullMode mode, Action<T>? dropped, ChannelOptions options)
    {
        this.capacity = capacity;
        this.mode = mode;
        this.dropped = dropped;
        waitOptions = options.AllowSynchronousContinuations
            ? TaskCreationOptions.None
            : TaskCreationOptions.RunContinuationsAsynchronously;
        completion = new TaskCompletionSource(waitOptions);
        TaskSync.Known(completion.Task, WaitKind.Completion, this);
        Reader = new ReadEnd(this);
        Writer = new WriteEnd(this);
    }

    /// <summary>Which item comes first; null when it is the one that was written first.</summary>
    public IComparer<T>? Order { get; init; }

    /// <summary>Whether it was made for one reader at a time: it does not count, and a second read cancels the first.</summary>
    public bool IsForOneReader { get; init; }

    private bool IsFull => items.Count >= capacity;

    private void Arrive(StepKind kind = StepKind.Sync) => Operation.Current?.Arrive(this, kind);

    private static void Changed() => Operation.Current?.Execution.Observers.Changed();

    private void Put(T item)
    {
        Changed();
        if (Operation.Current is { } operation)
        {
            operation.Execution.Caches?.Access(operation, this, 0, write: true);
            written.Release(operation);
            operation.Note(EventKind.Sent, this, item);
        }

        if (readers.First is { } reader)
        {
            readers.RemoveFirst();
            reader.Value.Complete(written, source => source.TrySetResult(item));
            return;
        }

        Insert(item);
        WakeAll(readWaits, true);
    }

    private void Insert(T item)
    {
        var before = items.Last;
        while (Order is not null && before is not null && Order.Compare(before.Value, item) > 0)
            before = before.Previous;
        if (before is null)
            items.AddFirst(item);
        else
            items.AddAfter(before, item);
    }

    private T TakeFirst()
    {
        Changed();
        var item = items.First!.Value;
        if (Operation.Current is { } operation)
        {
            operation.Execution.Caches?.Access(operation, this, 0, write: true);
            written.Acquire(operation);
            taken.Release(operation);
            operation.Note(EventKind.Received, this, item);
        }

        items.RemoveFirst();
        if (NextWriter() is { } next)
            items.AddLast(Admit(next));
        else if (!done)
            WakeAll(writeWaits, true);

        CompleteWhenEmpty();
        return item;
    }

    /// <summary>The first writer that waits for room, or for a reader.</summary>
    private Writing? NextWriter() => (Writing?)writers.First?.Value;

    /// <summary>Lets the first writer go on.</summary>
    private T Admit(Writing first)
    {
        Changed();
        writers.RemoveFirst();
        first.Complete(taken, static source => source.TrySetResult(true));
        return first.Item;
    }

    private void WakeAll(LinkedList<ChannelWait<bool>> line, bool result)
    {
        foreach (var wait in Leave(line))
            wait.Complete(result ? written : taken, source => source.TrySetResult(result));
    }

    private void FailAll<TResult>(LinkedList<ChannelWait<TResult>> line, Exception exception)
    {
        foreach (var wait in Leave(line))
            wait.Complete(written, source => CancelledWait.TrySet(source, exception));
    }

    /// <summary>All leave before any goes on: one that goes on inside the call may stand in line again at once.</summary>
    private static List<ChannelWait<TResult>> Leave<TResult>(LinkedList<ChannelWait<TResult>> line)
    {
        List<ChannelWait<TResult>> all = [.. line];
        line.Clear();
        return all;
    }

    private void CompleteWhenEmpty()
    {
        if (!done || items.Count > 0 || completion.Task.IsCompleted)
            return;
        TaskSync.Completing(completion.Task);
        if (error is OperationCanceledException cancelled)
            completion.TrySetCanceled(cancelled.CancellationToken);
        else if (error is not null)
            completion.TrySetException(error);
        else
            completion.TrySetResult();
    }

    /// <summary>What a read or a write says that comes too late.</summary>
    private Exception Closed() => error switch
    {
        null => new ChannelClosedException(),
        OperationCanceledException => error,
        _ => new ChannelClosedException(error),
    };

    /// <summary>A write that waits, with what it brings.</summary>
    private sealed class Writing(T item, TaskCreationOptions options) : ChannelWait<bool>(options)
    {
        public T Item => item;
    }
}
