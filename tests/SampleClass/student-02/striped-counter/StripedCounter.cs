namespace ConcurrencyKatas.StripedCounter;

/// <summary>A total that many threads add to all the time, and that somebody reads now and then.</summary>
public sealed class HotCounter
{
    private readonly Lock _lock = new();
    private long _total;

    /// <summary>Adds to the total. It may be called by any number of threads at once, and each of them may end afterwards.</summary>
    /// <param name="amount">How many came in; below zero if they went out.</param>
    public void Add(long amount)
    {
        lock (_lock)
        {
            _total += amount;
        }
    }

    /// <summary>
    /// The sum of all that was added. It may be read while others add: then every amount counts whose <see cref="Add"/> had returned before
    /// the read began, none whose <see cref="Add"/> was called after the read ended, and of those in between each counts or does not.
    /// </summary>
    public long Total
    {
        get
        {
            lock (_lock)
            {
                return _total;
            }
        }
    }
}
