// Fault: hands everything to BlockingCollection.
// Verdict: PolicyViolation
// Fails: *
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ConcurrencyKatas.BoundedBuffer;

public sealed class Shelf<T>(int capacity)
{
    private readonly BlockingCollection<T> _items = new(capacity);

    public void Put(T item) => _items.Add(item);

    public bool TryTake([MaybeNullWhen(false)] out T item) => _items.TryTake(out item, Timeout.Infinite);

    public void Close() => _items.CompleteAdding();
}
