namespace ConcurrencyKatas.ParallelSum.Suite;

/// <summary>Terms to add, and the plain loop to compare with.</summary>
internal static class Terms
{
    public static long Square(int i) => (long)i * i;

    /// <summary>A good ten nanoseconds of mixing (the finaliser of SplitMix64, Vigna 2014), so that the calls around it do not outweigh it.</summary>
    public static long Mixed(int i)
    {
        var z = (ulong)i * 0x9E3779B97F4A7C15;
        for (var round = 0; round < 8; round++)
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        }

        return (long)(z >> 40);
    }

    public static long Sequential(int n, Func<int, long> term)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
            sum += term(i);
        return sum;
    }
}
