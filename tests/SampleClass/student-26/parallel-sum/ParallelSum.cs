namespace ConcurrencyKatas.ParallelSum;

/// <summary>Long sums of computed terms.</summary>
public static class Summation
{
    /// <summary>Adds up term(0) + term(1) + … + term(n − 1), divided among all cores of the machine.</summary>
    /// <param name="n">How many terms there are, 0 or more.</param>
    /// <param name="term">
    /// Computes the term of one index. It always gives the same answer for the same index, may be called from several
    /// threads at once, and is called exactly once for each index.
    /// </param>
    /// <returns>The sum, the same on every run; 0 if there are no terms. It fits into 64 bits.</returns>
    public static long Sum(int n, Func<int, long> term)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
            sum += term(i);
        return sum;
    }

    /// <summary>Computes several such sums, of equal or of different sizes, divided among all cores.</summary>
    /// <param name="sizes">The n of each sum.</param>
    /// <param name="term">As in <see cref="Sum"/>.</param>
    /// <returns>One sum for each size, in the order of <paramref name="sizes"/>.</returns>
    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term)
    {
        var sums = new long[sizes.Count];
        for (var k = 0; k < sums.Length; k++)
            sums[k] = Sum(sizes[k], term);
        return sums;
    }
}
