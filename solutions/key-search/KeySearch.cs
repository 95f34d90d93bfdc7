namespace ConcurrencyKatas.KeySearch;

/// <summary>All keys, each made when it is asked for.</summary>
public interface IKeys
{
    /// <summary>How many keys there are.</summary>
    long Count { get; }

    /// <summary>Makes the key of an index, from 0.</summary>
    string this[long index] { get; }
}

/// <summary>Finds the first key that opens.</summary>
public static class Locksmith
{
    private const int Part = 256;

    /// <summary>Tries the keys on all cores, near the front first.</summary>
    /// <returns>The lowest index whose key opens; −1 when there is none.</returns>
    public static long FindFirst(IKeys keys, Predicate<string> opens)
    {
        long count = keys.Count, next = 0, lowest = count;
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            long from;
            while ((from = Interlocked.Add(ref next, Part) - Part) < Interlocked.Read(ref lowest))
            {
                var to = Math.Min(from + Part, count);
                for (var index = from; index < to; index++)
                {
                    if (opens(keys[index]))
                    {
                        Lower(ref lowest, index);
                        break;
                    }
                }
            }
        });
        return lowest < count ? lowest : -1;
    }

    private static void Lower(ref long lowest, long index)
    {
        var seen = Interlocked.Read(ref lowest);
        while (index < seen)
        {
            var before = Interlocked.CompareExchange(ref lowest, index, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }
}
