// Fault: one pulse for two conditions; the waits end after a second, so that nobody waits for ever, only too long.
// Verdict: WrongAnswer
// Fails: wakes
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
            while (_items.Count == capacity && !_closed)
                Monitor.Wait(_lock, TimeSpan.FromSeconds(1));
            if (_closed)
                throw new InvalidOperationException("The shelf is closed.");
            _items.Enqueue(item);
            Monitor.Pulse(_lock);
        }
    }

    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        lock (_lock)
        {
            while (_items.Count == 0 && !_closed)
                Monitor.Wait(_lock, TimeSpan.FromSeconds(1));
            var taken = _items.TryDequeue(out item);
            Monitor.Pulse(_lock);
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
