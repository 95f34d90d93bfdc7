using System.Threading.Channels;
using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Models.Channels;

/// <summary>The items of one channel, who waits for them, and who waits for room.</summary>
internal sealed partial class ControlledChannel<T> : Channel<T>
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
    private readonly LinkedList<(T Item, ChannelWait<bool> Wait)> writers = new();
    private readonly LinkedList<ChannelWait<bool>> writerLine = new();
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
        TaskSync.Known(completion.Task);
        Reader = new ReadEnd(this);
        Writer = new WriteEnd(this);
    }

    /// <summary>Which item comes first; null when it is the one that was written first.</summary>
    public IComparer<T>? Order { get; init; }

    private bool IsFull => items.Count >= capacity;

    private void Arrive(StepKind kind = StepKind.Sync) => Operation.Current?.Arrive(this, kind);

    private void Put(T item)
    {
        if (Operation.Current is { } operation)
            written.Release(operation);
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
        if (Operation.Current is { } operation)
        {
            written.Acquire(operation);
            taken.Release(operation);
        }

        var item = items.First!.Value;
        items.RemoveFirst();
        if (PendingWriter() is var (next, wait))
        {
            items.AddLast(next);
            wait.Complete(taken, static source => source.TrySetResult(true));
        }
        else if (!done)
        {
            WakeAll(writeWaits, true);
        }

        CompleteWhenEmpty();
        return item;
    }

    /// <summary>The item of the first writer that still waits; a cancelled one has left the line.</summary>
    private (T Item, ChannelWait<bool> Wait)? PendingWriter()
    {
        while (writers.First is { } first)
        {
            writers.RemoveFirst();
            if (writerLine.Remove(first.Value.Wait))
                return first.Value;
        }

        return null;
    }

    private void WakeAll(LinkedList<ChannelWait<bool>> line, bool result)
    {
        foreach (var wait in Leave(line))
            wait.Complete(result ? written : taken, source => source.TrySetResult(result));
    }

    private void FailAll<TResult>(LinkedList<ChannelWait<TResult>> line, Exception exception)
    {
        foreach (var wait in Leave(line))
            wait.Complete(written, source => source.TrySetException(exception));
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

    private ChannelClosedException Closed() => error is null ? new ChannelClosedException() : new ChannelClosedException(error);
}
