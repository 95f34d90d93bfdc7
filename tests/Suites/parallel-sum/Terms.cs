using Interleaving;

namespace ConcurrencyKatas.ParallelSum.Suite;

/// <summary>
/// Terms to add that no formula knows: pseudo-random ones, others for each seed. Each takes some thirty units of work, so that the
/// calls around a term weigh little beside it, however an answer makes them.
/// </summary>
internal sealed class Terms(int seed, Tally? asked = null)
{
    private const int Rounds = 28;

    public static long Square(int i) => (long)i * i;

    public static long Sequential(int n, Func<int, long> term)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
            sum += term(i);
        return sum;
    }

    /// <summary>Rounds of mixing (the finaliser of SplitMix64, Steele, Lea and Flood 2014), also of indices that nobody should ask for.</summary>
    public long Of(int i)
    {
        asked?.Add(i);
        var z = ((ulong)(uint)seed << 32) ^ (uint)i;
        for (var round = 0; round < Rounds; round++)
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        }

        return (long)(z >> 24);
    }
}
