// Fault: a lock for each stripe; who finds all of them taken gives up.
// Verdict: WrongAnswer
// Fails: exact
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private const int Stride = 16;
    private static readonly int Stripes = Environment.ProcessorCount;
    private readonly Lock[] _locks = [.. Enumerable.Range(0, Stripes).Select(_ => new Lock())];
    private readonly long[] _sums = new long[(Stripes + 1) * Stride];

    public void Add(long amount)
    {
        for (var next = 0; next < Stripes; next++)
        {
            var stripe = (Environment.CurrentManagedThreadId + next) % Stripes;
            if (!_locks[stripe].TryEnter())
                continue;
            _sums[(1 + stripe) * Stride] += amount;
            _locks[stripe].Exit();
            return;
        }
    }

    public long Total
    {
        get
        {
            long total = 0;
            for (var stripe = 0; stripe < Stripes; stripe++)
            {
                lock (_locks[stripe])
                    total += _sums[(1 + stripe) * Stride];
            }

            return total;
        }
    }
}
