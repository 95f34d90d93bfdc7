using Interleaving;

namespace ConcurrencyKatas.ParallelSum.Suite;

/// <summary>What is timed: four sums of a million terms, some forty milliseconds for one core.</summary>
public sealed class MixedSums : IWorkload
{
    private const int Size = 1_000_000;
    private const int Rounds = 4;

    /// <inheritdoc/>
    public object? Sequential() => Run(Terms.Sequential);

    /// <inheritdoc/>
    public object? Concurrent() => Run(Summation.Sum);

    private static long Run(Func<int, Func<int, long>, long> sum)
    {
        long total = 0;
        for (var round = 0; round < Rounds; round++)
            total += sum(Size + round, Terms.Mixed);
        return total;
    }
}
