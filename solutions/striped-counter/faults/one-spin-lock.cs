// Fault: one spin lock for all: nobody sleeps, and its cache line moves with each add.
// Verdict: TooSlow
// Fails: seldom-meets
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private SpinLock _lock = new(enableThreadOwnerTracking: false);
    private long _total;

    public void Add(long amount)
    {
        var taken = false;
        _lock.Enter(ref taken);
        _total += amount;
        _lock.Exit();
    }

    public long Total
    {
        get
        {
            var taken = false;
            _lock.Enter(ref taken);
            var total = _total;
            _lock.Exit();
            return total;
        }
    }
}
