// Fault: checks again and again, and waits for a task that yields in between.
// Verdict: TooSlow
// Fails: wakes
using System.Diagnostics.CodeAnalysis;

namespace ConcurrencyKatas.BoundedBuffer;

public sealed class Shelf<T>(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Queue<T> _items = [];
    private bool _closed;

    public void Put(T item)
    {
        while (!TryPut(item))
            Task.Run(static async () => await Task.Yield()).Wait();
    }

    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        while (true)
        {
            lock (_lock)
            {
                if (_items.TryDequeue(out item))
                    return true;
                if (_closed)
                    return false;
            }

            Task.Run(static async () => await Task.Yield()).Wait();
        }
    }

    public void Close()
    {
        lock (_lock)
            _closed = true;
    }

    private bool TryPut(T item)
    {
        lock (_lock)
        {
            if (_closed)
                throw new InvalidOperationException("The shelf is closed.");
            if (_items.Count == capacity)
                return false;
            _items.Enqueue(item);
            return true;
        }
    }
}
