namespace ConcurrencyKatas.StripedCounter;

/// <summary>A total that many threads add to all the time, and that somebody reads now and then.</summary>
public sealed class HotCounter
{
    /// <summary>A slot every 128 bytes: two of them never lie in one cache line, nor in two lines that are fetched together.</summary>
    private const int Stride = 16;

    // The first stride stays empty: the array's length lies before it, and everybody reads that.
    private readonly long[] _slots = new long[(1 + (4 * Environment.ProcessorCount)) * Stride];

    /// <summary>Adds to the total. It may be called by any number of threads at once, and each of them may end afterwards.</summary>
    /// <param name="amount">How many came in; below zero if they went out.</param>
    public void Add(long amount)
    {
        // More threads than slots share some, so the addition is atomic all the same.
        var slot = 1 + (Environment.CurrentManagedThreadId % (4 * Environment.ProcessorCount));
        Interlocked.Add(ref _slots[slot * Stride], amount);
    }

    /// <summary>
    /// The sum of all that was added. It may be read while others add: then every amount counts whose <see cref="Add"/> had returned before
    /// the read began, none whose <see cref="Add"/> was called after the read ended, and of those in between each counts or does not.
    /// </summary>
    public long Total
    {
        get
        {
            long total = 0;
            for (var slot = Stride; slot < _slots.Length; slot += Stride)
                total += Volatile.Read(ref _slots[slot]);
            return total;
        }
    }
}
