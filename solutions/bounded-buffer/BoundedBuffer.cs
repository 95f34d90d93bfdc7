using System.Diagnostics.CodeAnalysis;

namespace ConcurrencyKatas.BoundedBuffer;

/// <summary>A bakery's shelf: bakers put loaves on it, buyers take them, and there is room for a few only. For many threads at once.</summary>
/// <typeparam name="T">What lies on it; null is an item like any other.</typeparam>
/// <param name="capacity">How many items there is room for; 1 or more.</param>
public sealed class Shelf<T>(int capacity)
{
    private readonly object _lock = new();
    private readonly Queue<T> _items = [];
    private bool _closed;

    /// <summary>Puts an item on the shelf. Blocks the calling thread as long as there is no room.</summary>
    /// <param name="item">The item.</param>
    /// <exception cref="InvalidOperationException">
    /// The shelf is closed, or was closed while this waited. The item was not put on it.
    /// </exception>
    public void Put(T item)
    {
        lock (_lock)
        {
            while (_items.Count == capacity && !_closed)
                Monitor.Wait(_lock);
            if (_closed)
                throw new InvalidOperationException("The shelf is closed.");
            _items.Enqueue(item);

            // All: bakers and buyers wait in one queue, and a single pulse may reach one whom it does not concern.
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>
    /// Takes the item that was put first. Blocks the calling thread as long as there is none and the shelf is open.
    /// </summary>
    /// <param name="item">The item; the default if there is none.</param>
    /// <returns>False when the shelf is closed and empty.</returns>
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

    /// <summary>Closes the shelf: nothing more is put on it, and all who wait are told. What lies there is still taken.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            Monitor.PulseAll(_lock);
        }
    }
}
