// Alternative: a semaphore for the room, one for the items, and a lock for the queue; closing cancels the waits.
using System.Diagnostics.CodeAnalysis;

namespace ConcurrencyKatas.BoundedBuffer;

public sealed class Shelf<T>(int capacity)
{
    private readonly SemaphoreSlim _room = new(capacity);
    private readonly SemaphoreSlim _loaves = new(0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _lock = new();
    private readonly Queue<T> _items = new();

    public void Put(T item)
    {
        try
        {
            _room.Wait(_closing.Token);
        }
        catch (OperationCanceledException)
        {
            throw new InvalidOperationException("The shelf is closed.");
        }

        lock (_lock)
        {
            if (_closing.IsCancellationRequested)
                throw new InvalidOperationException("The shelf is closed.");
            _items.Enqueue(item);
        }

        _loaves.Release();
    }

    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        try
        {
            _loaves.Wait(_closing.Token);
        }
        catch (OperationCanceledException)
        {
            // What is left is taken under the lock alone.
        }

        bool taken;
        lock (_lock)
            taken = _items.TryDequeue(out item);
        if (taken)
            _room.Release();
        return taken;
    }

    public void Close()
    {
        lock (_lock)
            _closing.Cancel();
    }
}
