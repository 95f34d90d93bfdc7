namespace Grader.Measuring;

/// <summary>
/// Percentile bootstrap (B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7, 1979):
/// resamples with a fixed seed, so the same samples give the same bounds.
/// </summary>
internal static class Bootstrap
{
    private const int Resamples = 2_000;
    private const double Confidence = 0.95;

    /// <summary>The median of <paramref name="samples"/> (one or more) with its 95 % bounds.</summary>
    public static Estimate OfMedian(IReadOnlyList<double> samples, int seed) => Of(samples, Median, seed);

    /// <summary>A statistic of <paramref name="samples"/> (one or more) with its 95 % bounds.</summary>
    public static Estimate Of<T>(IReadOnlyList<T> samples, Func<IReadOnlyList<T>, double> statistic, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfZero(samples.Count);
        var random = new Random(seed);
        var values = new double[Resamples];
        var drawn = new T[samples.Count];
        for (var i = 0; i < Resamples; i++)
        {
            for (var j = 0; j < drawn.Length; j++)
                drawn[j] = samples[random.Next(samples.Count)];
            values[i] = statistic(drawn);
        }

        Array.Sort(values);
        var tail = (int)(Resamples * (1 - Confidence) / 2);
        return new Estimate(values[tail], statistic(samples), values[^(tail + 1)]);
    }

    public static double Median(IReadOnlyList<double> samples)
    {
        var sorted = samples.ToArray();
        Array.Sort(sorted);
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
