// Fault: waits when there are more than there is room for.
// Verdict: WrongAnswer
// Fails: bounded
using System.Diagnostics.CodeAnalysis;

namespace ConcurrencyKatas.BoundedBuffer;

public sealed class Shelf<T>(int capacity)
{
    private readonly object _lock = new();
    private readonly Queue<T> _items = [];
    private bool _closed;

    public void Put(T item)
    {
        lock (_lock)
        {
            while (_items.Count > capacity && !_closed)
                Monitor.Wait(_lock);
            if (_closed)
                throw new InvalidOperationException("The shelf is closed.");
            _items.Enqueue(item);
            Monitor.PulseAll(_lock);
        }
    }

    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        lock (_lock)
        {
            while (_items.Count == 0 && !_closed)
                Monitor.Wait(_lock);
            var taken = _items.TryDequeue(out item);
            Monitor.PulseAll(_lock);
            return taken;
        }
    }

    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            Monitor.PulseAll(_lock);
        }
    }
}
