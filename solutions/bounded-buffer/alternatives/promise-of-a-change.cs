// Alternative: a promise that is kept at each change and replaced by a new one; whoever cannot go on waits for the change after what they saw.
using System.Diagnostics.CodeAnalysis;

namespace ConcurrencyKatas.BoundedBuffer;

public sealed class Shelf<T>(int capacity)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<T> _items = [];
    private TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _closed;

    public void Put(T item)
    {
        while (true)
        {
            Task change;
            lock (_lock)
            {
                if (_closed)
                    throw new InvalidOperationException("The shelf is closed.");
                if (_items.Count < capacity)
                {
                    _items.AddLast(item);
                    Changed();
                    return;
                }

                change = _change.Task;
            }

            change.Wait();
        }
    }

    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        while (true)
        {
            Task change;
            lock (_lock)
            {
                if (_items.First is { } first)
                {
                    item = first.Value;
                    _items.RemoveFirst();
                    Changed();
                    return true;
                }

                if (_closed)
                {
                    item = default;
                    return false;
                }

                change = _change.Task;
            }

            change.Wait();
        }
    }

    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            Changed();
        }
    }

    private void Changed()
    {
        _change.SetResult();
        _change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
