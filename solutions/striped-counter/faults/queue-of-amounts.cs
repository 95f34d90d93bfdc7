// Fault: each add puts its amount into one queue, and a read adds them all up.
// Verdict: NotParallel
// Fails: seldom-meets, parallel
using System.Collections.Concurrent;

namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private readonly ConcurrentQueue<long> _amounts = new();

    public void Add(long amount) => _amounts.Enqueue(amount);

    public long Total => _amounts.Sum();
}
