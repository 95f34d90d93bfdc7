namespace ConcurrencyKatas.KeySearch;

/// <summary>
/// All the keys there are, in a fixed order. A key takes a while to make, and nothing keeps it: asked twice, it is made twice. May
/// be used from several threads at once.
/// </summary>
public interface IKeys
{
    /// <summary>How many keys there are: none, or a few, or more than any memory holds.</summary>
    long Count { get; }

    /// <summary>Makes the key of an index.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> − 1.</param>
    string this[long index] { get; }
}

/// <summary>Opens locks by trying keys.</summary>
public static class Locksmith
{
    /// <summary>Tries keys, on all cores of the machine, until the first one that opens is known.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="opens">
    /// Tries one key. Takes a while, always gives the same answer for the same key, and may be called from several threads at once.
    /// </param>
    /// <returns>The lowest index whose key opens, the same on every run; −1 when no key does.</returns>
    public static long FindFirst(IKeys keys, Predicate<string> opens)
    {
        var all = new List<string>();
        for (long index = 0; index < keys.Count; index++)
            all.Add(keys[index]);

        long found = -1;
        Parallel.For(0, all.Count, (index, state) =>
        {
            if (opens(all[index]))
            {
                found = index;
                state.Stop();
            }
        });
        return found;
    }
}
