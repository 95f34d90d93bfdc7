// Fault: adds to one plain field.
// Verdict: DataRace
// Fails: exact, seldom-meets, total-in-between
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private long _total;

    public void Add(long amount) => _total += amount;

    public long Total => _total;
}
