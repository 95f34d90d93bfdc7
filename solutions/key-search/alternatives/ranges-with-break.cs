// Alternative: Parallel.ForEach over small ranges, cut while they are taken, with Break at a hit.
using System.Collections.Concurrent;

namespace ConcurrencyKatas.KeySearch;

public interface IKeys
{
    long Count { get; }

    string this[long index] { get; }
}

public static class Locksmith
{
    public static long FindFirst(IKeys keys, Predicate<string> opens)
    {
        var gate = new object();
        var lowest = long.MaxValue;
        Parallel.ForEach(
            Partitioner.Create(Ranges(keys.Count), EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            (range, state) =>
            {
                for (var index = range.From; index < range.To; index++)
                {
                    if (opens(keys[index]))
                    {
                        lock (gate)
                            lowest = Math.Min(lowest, index);
                        state.Break();
                        return;
                    }
                }
            });
        return lowest == long.MaxValue ? -1 : lowest;
    }

    private static IEnumerable<(long From, long To)> Ranges(long count)
    {
        for (long from = 0; from < count; from += 200)
            yield return (from, Math.Min(from + 200, count));
    }
}
