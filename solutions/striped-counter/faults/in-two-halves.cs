// Fault: an amount is kept in two halves, each added by itself: a total in between has one half of it.
// Verdict: WrongAnswer
// Fails: total-in-between
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private const int Places = 64;
    private const int Distance = 32;
    private const long Million = 1_000_000;

    private readonly int[] _ones = new int[(Places + 1) * Distance];
    private readonly int[] _millions = new int[(Places + 1) * Distance];

    public long Total
    {
        get
        {
            var total = 0L;
            for (var place = Distance; place < _ones.Length; place += Distance)
                total += Volatile.Read(ref _ones[place]) + (Million * Volatile.Read(ref _millions[place]));
            return total;
        }
    }

    public void Add(long amount)
    {
        var place = Distance * (1 + (Environment.CurrentManagedThreadId % Places));
        Interlocked.Add(ref _ones[place], (int)(amount % Million));
        Interlocked.Add(ref _millions[place], (int)(amount / Million));
    }
}
