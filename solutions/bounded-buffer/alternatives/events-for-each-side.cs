// Alternative: two lists of waiters, each of whom has an event of its own; whoever changes the shelf wakes the one whom it concerns.
using System.Diagnostics.CodeAnalysis;

namespace ConcurrencyKatas.BoundedBuffer;

public sealed class Shelf<T>(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Queue<T> _items = new();
    private readonly LinkedList<ManualResetEventSlim> _bakers = new();
    private readonly LinkedList<ManualResetEventSlim> _buyers = new();
    private bool _closed;

    public void Put(T item)
    {
        while (true)
        {
            ManualResetEventSlim turn;
            lock (_lock)
            {
                if (_closed)
                    throw new InvalidOperationException("The shelf is closed.");
                if (_items.Count < capacity)
                {
                    _items.Enqueue(item);
                    Wake(_buyers);
                    return;
                }

                turn = Join(_bakers);
            }

            turn.Wait();
        }
    }

    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        while (true)
        {
            ManualResetEventSlim turn;
            lock (_lock)
            {
                if (_items.TryDequeue(out item))
                {
                    Wake(_bakers);
                    return true;
                }

                if (_closed)
                    return false;
                turn = Join(_buyers);
            }

            turn.Wait();
        }
    }

    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            while (_bakers.Count > 0)
                Wake(_bakers);
            while (_buyers.Count > 0)
                Wake(_buyers);
        }
    }

    private static ManualResetEventSlim Join(LinkedList<ManualResetEventSlim> waiting) => waiting.AddLast(new ManualResetEventSlim()).Value;

    private static void Wake(LinkedList<ManualResetEventSlim> waiting)
    {
        if (waiting.First is not { } first)
            return;
        waiting.RemoveFirst();
        first.Value.Set();
    }
}
