// Fault: a try that throws counts as a key that does not open.
// Verdict: WrongAnswer
// Fails: first-in-order
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
        Parallel.ForEach(Partitioner.Create(Ranges(keys.Count), EnumerablePartitionerOptions.NoBuffering), (range, state) =>
        {
            for (var index = range.From; index < range.To; index++)
            {
                if (Tries(keys, index, opens))
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

    private static bool Tries(IKeys keys, long index, Predicate<string> opens)
    {
        try
        {
            return opens(keys[index]);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static IEnumerable<(long From, long To)> Ranges(long count)
    {
        for (long from = 0; from < count; from += 200)
            yield return (from, Math.Min(from + 200, count));
    }
}
