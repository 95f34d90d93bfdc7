// Alternative: one method waits for a condition and acts, in one lock; a Put, a TryTake and a Close are what is handed to it.
using System.Diagnostics.CodeAnalysis;

namespace ConcurrencyKatas.BoundedBuffer;

public sealed class Shelf<T>(int capacity)
{
    private readonly object _gate = new();
    private readonly LinkedList<T> _items = new();
    private bool _open = true;

    public void Put(T item)
    {
        if (!When(() => !_open || _items.Count < capacity, () => _open && _items.AddLast(item) is not null))
            throw new InvalidOperationException("The shelf is closed.");
    }

    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        T? first = default;
        var taken = When(() => !_open || _items.Count > 0, () =>
        {
            if (_items.First is not { } node)
                return false;
            first = node.Value;
            _items.Remove(node);
            return true;
        });
        item = first;
        return taken;
    }

    public void Close() => When(() => true, () => _open = false);

    private bool When(Func<bool> condition, Func<bool> act)
    {
        Monitor.Enter(_gate);
        try
        {
            while (!condition())
                Monitor.Wait(_gate);
            var done = act();
            Monitor.PulseAll(_gate);
            return done;
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }
}
