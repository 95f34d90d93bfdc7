// Fault: hands everything to a channel.
// Verdict: PolicyViolation
// Fails: *
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace ConcurrencyKatas.BoundedBuffer;

public sealed class Shelf<T>(int capacity)
{
    private readonly Channel<T> _items = Channel.CreateBounded<T>(capacity);

    public void Put(T item)
    {
        while (!_items.Writer.TryWrite(item))
        {
            if (!_items.Writer.WaitToWriteAsync().AsTask().GetAwaiter().GetResult())
                throw new InvalidOperationException("The shelf is closed.");
        }
    }

    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        while (!_items.Reader.TryRead(out item))
        {
            if (!_items.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
                return false;
        }

        return true;
    }

    public void Close() => _items.Writer.TryComplete();
}
