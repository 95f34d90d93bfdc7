// Fault: the first hit in time counts, and the others are left out.
// Verdict: WrongAnswer
// Fails: first-in-order, stops-soon
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
        long lowest = -1;
        Parallel.ForEach(Partitioner.Create(Ranges(keys.Count), EnumerablePartitionerOptions.NoBuffering), (range, state) =>
        {
            for (var index = range.From; index < range.To && Interlocked.Read(ref lowest) < 0; index++)
            {
                if (opens(keys[index]))
                    Interlocked.CompareExchange(ref lowest, index, -1);
            }

            if (Interlocked.Read(ref lowest) >= 0)
                state.Stop();
        });
        return lowest;
    }

    private static IEnumerable<(long From, long To)> Ranges(long count)
    {
        for (long from = 0; from < count; from += 200)
            yield return (from, Math.Min(from + 200, count));
    }
}
