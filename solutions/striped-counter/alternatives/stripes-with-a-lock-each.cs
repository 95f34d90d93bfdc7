// Alternative: padded stripes with a lock each; who finds one taken tries the next, and waits when all are taken.
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private readonly Stripe[] _stripes = [.. Enumerable.Range(0, 2 * Environment.ProcessorCount).Select(_ => new Stripe())];

    public void Add(long amount)
    {
        var own = Environment.CurrentManagedThreadId % _stripes.Length;
        for (var next = 0; next < _stripes.Length; next++)
        {
            if (_stripes[(own + next) % _stripes.Length].TryAdd(amount))
                return;
        }

        _stripes[own].Add(amount);
    }

    public long Total => _stripes.Sum(stripe => stripe.Sum);

    private sealed class Stripe
    {
        private const int Middle = 8;
        private readonly Lock _lock = new();
        private readonly long[] _sum = new long[(2 * Middle) + 1];

        public long Sum
        {
            get
            {
                lock (_lock)
                    return _sum[Middle];
            }
        }

        public bool TryAdd(long amount)
        {
            if (!_lock.TryEnter())
                return false;
            try
            {
                _sum[Middle] += amount;
                return true;
            }
            finally
            {
                _lock.Exit();
            }
        }

        public void Add(long amount)
        {
            lock (_lock)
                _sum[Middle] += amount;
        }
    }
}
