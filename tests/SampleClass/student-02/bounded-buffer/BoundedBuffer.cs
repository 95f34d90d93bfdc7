using System.Diagnostics.CodeAnalysis;

namespace ConcurrencyKatas.BoundedBuffer;

/// <summary>A bakery's shelf: bakers put loaves on it, buyers take them, and there is room for only a few. Many threads may use it at once.</summary>
/// <typeparam name="T">What lies on it; null is an item like any other.</typeparam>
/// <param name="capacity">How many items there is room for; 1 or more.</param>
public sealed class Shelf<T>(int capacity)
{
    private readonly object _lock = new();
    private readonly Queue<T> _items = [];
    private bool _closed;

    /// <summary>Puts an item on the shelf. Blocks the calling thread as long as the shelf is open and full.</summary>
    /// <param name="item">The item.</param>
    /// <exception cref="InvalidOperationException">
    /// The shelf is closed, or was closed while this call waited. The item was not put on it.
    /// </exception>
    public void Put(T item)
    {
        lock (_lock)
        {
            if (_items.Count == capacity)
                Monitor.Wait(_lock);
            if (_closed)
                throw new InvalidOperationException("The shelf is closed.");
            _items.Enqueue(item);
            Monitor.Pulse(_lock);
        }
    }

    /// <summary>
    /// Takes the item that was put first. Blocks the calling thread as long as the shelf is open and empty.
    /// </summary>
    /// <param name="item">The item; the default if there is none.</param>
    /// <returns>True with an item; false only when the shelf is closed and empty.</returns>
    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        lock (_lock)
        {
            if (_items.Count == 0 && !_closed)
                Monitor.Wait(_lock);
            var taken = _items.TryDequeue(out item);
            Monitor.Pulse(_lock);
            return taken;
        }
    }

    /// <summary>Closes the shelf: nothing more is put on it, and every waiting thread wakes. What is on it can still be taken.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            Monitor.Pulse(_lock);
        }
    }
}
