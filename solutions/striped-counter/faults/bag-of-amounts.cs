// Fault: each add puts its amount into a bag: nobody meets anybody, and a read adds up all that was ever added.
// Verdict: NotParallel
// Fails: seldom-meets, parallel
using System.Collections.Concurrent;

namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private readonly ConcurrentBag<long> _amounts = [];

    public void Add(long amount) => _amounts.Add(amount);

    public long Total => _amounts.Sum();
}
