using Interleaving;

namespace ConcurrencyKatas.KeySearch.Suite;

/// <summary>
/// Keys of which nobody knows which one opens, and what was made and tried of them. To make a key and to try it takes some forty units of
/// work, so that the calls around them weigh little, however an answer makes them.
/// </summary>
/// <param name="count">How many keys there are.</param>
/// <param name="seed">Draws what the keys look like.</param>
/// <param name="watched">How many of them, from the front, are counted one by one.</param>
/// <param name="hits">The indices whose keys open.</param>
internal sealed class Book(long count, int seed, int watched, params long[] hits) : IKeys
{
    /// <summary>More than any answer needs that stops at all.</summary>
    private const int Most = 300_000;

    private const long Mask = (1L << 46) - 1;

    /// <summary>How many keys were made: one number, since a total of many is gone through each time.</summary>
    private readonly Tally _all = new(0);

    private readonly long _secret = (seed * 2_654_435_761L) & Mask;

    public long Count => count;

    public Tally Made { get; } = new(watched);

    public Tally Tried { get; } = new(watched);

    /// <summary>How long a key takes to make, and to try.</summary>
    public int Rounds { get; init; } = 12;

    /// <summary>What happens besides when a key is made.</summary>
    public Action<long> Making { get; init; } = _ => { };

    /// <summary>What happens besides when a key is tried, before it opens or not.</summary>
    public Action<long> Trying { get; init; } = _ => { };

    public string this[long index]
    {
        get
        {
            Made.Add((int)Math.Min(index, int.MaxValue));
            _all.Add(0);
            if (_all.Total > Most)
                throw new AssertionException(Wording.NeverStops);
            Making(index);
            Mix(index, Rounds);
            return (index ^ _secret).ToString();
        }
    }

    public bool Opens(string key)
    {
        var index = long.Parse(key) ^ _secret;
        Tried.Add((int)Math.Min(index, int.MaxValue));
        Trying(index);
        Mix(index, Rounds);
        return Array.IndexOf(hits, index) >= 0;
    }

    /// <summary>The plain loop, which every answer is held against.</summary>
    public long Plainly()
    {
        for (long index = 0; index < count; index++)
        {
            if (Opens(this[index]))
                return index;
        }

        return -1;
    }

    /// <summary>Rounds of mixing (the finaliser of SplitMix64, Steele, Lea and Flood 2014).</summary>
    public static long Mix(long value, int rounds = 12)
    {
        var z = (ulong)value;
        for (var round = 0; round < rounds; round++)
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        }

        return (long)(z >> 24);
    }
}
