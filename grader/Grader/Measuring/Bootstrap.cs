namespace Grader.Measuring;

/// <summary>
/// Percentile bootstrap of the median (B. Efron, "Bootstrap methods: another look at the jackknife", Annals of
/// Statistics 7, 1979): resamples with a fixed seed, so the same samples give the same bounds.
/// </summary>
internal static class Bootstrap
{
    private const int Resamples = 2_000;
    private const double Confidence = 0.95;

    /// <summary>The median of <paramref name="samples"/> (one or more) with its 95 % bounds.</summary>
    public static Estimate OfMedian(IReadOnlyList<double> samples, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfZero(samples.Count);
        var random = new Random(seed);
        var medians = new double[Resamples];
        var drawn = new double[samples.Count];
        for (var i = 0; i < Resamples; i++)
        {
            for (var j = 0; j < drawn.Length; j++)
                drawn[j] = samples[random.Next(samples.Count)];
            medians[i] = Median(drawn);
        }

        Array.Sort(medians);
        var tail = (int)(Resamples * (1 - Confidence) / 2);
        return new Estimate(medians[tail], Median(samples), medians[^(tail + 1)]);
    }

    public static double Median(IReadOnlyList<double> samples)
    {
        var sorted = samples.ToArray();
        Array.Sort(sorted);
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
