// Alternative: each thread has a box that it alone writes; ThreadLocal keeps the boxes of threads that have ended.
using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private readonly ThreadLocal<StrongBox<long>> _boxes = new(() => new StrongBox<long>(), trackAllValues: true);

    public void Add(long amount)
    {
        var box = _boxes.Value!;
        Volatile.Write(ref box.Value, box.Value + amount);
    }

    public long Total => _boxes.Values.Sum(box => Volatile.Read(ref box.Value));
}
