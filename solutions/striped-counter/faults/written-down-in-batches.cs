// Fault: each thread adds up to a hundred amounts for itself before it writes them down, and a total does not have the rest.
// Verdict: WrongAnswer
// Fails: *
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private readonly ThreadLocal<Batch> _batches = new(() => new Batch());
    private long _total;

    public void Add(long amount)
    {
        var batch = _batches.Value!;
        batch.Sum += amount;
        if (++batch.Count < 100)
            return;
        Interlocked.Add(ref _total, batch.Sum);
        (batch.Sum, batch.Count) = (0, 0);
    }

    public long Total => Interlocked.Read(ref _total);

    private sealed class Batch
    {
        public long Sum { get; set; }

        public int Count { get; set; }
    }
}
