// Alternative: a ring in an array; each change completes a task for all who waited, and begins a new one.
using System.Diagnostics.CodeAnalysis;

namespace ConcurrencyKatas.BoundedBuffer;

public sealed class Shelf<T>(int capacity)
{
    private readonly Lock _lock = new();
    private readonly T[] _ring = new T[capacity];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _put;
    private long _taken;
    private bool _closed;

    public void Put(T item)
    {
        for (; ; )
        {
            Task change;
            lock (_lock)
            {
                if (_closed)
                    throw new InvalidOperationException("The shelf is closed.");
                if (_put - _taken < capacity)
                {
                    _ring[_put++ % capacity] = item;
                    Changed();
                    return;
                }

                change = _changed.Task;
            }

            change.Wait();
        }
    }

    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        for (; ; )
        {
            Task change;
            lock (_lock)
            {
                if (_put > _taken)
                {
                    item = _ring[_taken++ % capacity];
                    Changed();
                    return true;
                }

                if (_closed)
                {
                    item = default;
                    return false;
                }

                change = _changed.Task;
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
        _changed.SetResult();
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
