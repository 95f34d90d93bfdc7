using Interleaving;

namespace ConcurrencyKatas.ParallelSum.Suite;

/// <summary>
/// What is timed: two sums of a million terms and some, of one size and of different terms, both new in each trial. Some eighty
/// milliseconds for one core.
/// </summary>
public sealed class MixedSums : IWorkload
{
    private const int Size = 1_000_001;
    private const int Sums = 2;

    /// <inheritdoc/>
    public object? Sequential(int trial) => Run(Terms.Sequential, trial);

    /// <inheritdoc/>
    public object? Concurrent(int trial) => Run(Summation.Sum, trial);

    private static long Run(Func<int, Func<int, long>, long> sum, int trial)
    {
        var random = new Random(trial);
        var n = Size + random.Next(10_000);
        long total = 0;
        for (var k = 0; k < Sums; k++)
            total = (total * 31) + sum(n, new Terms(random.Next()).Of);
        return total;
    }
}
