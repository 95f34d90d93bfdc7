// Fault: one atomic number: right and without a lock, and its cache line moves with each add.
// Verdict: TooSlow
// Fails: seldom-meets
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private long _total;

    public void Add(long amount) => Interlocked.Add(ref _total, amount);

    public long Total => Interlocked.Read(ref _total);
}
