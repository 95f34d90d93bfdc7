using Judge.Protocol;

namespace Grader.Records;

/// <summary>The simulated runs of one submission.</summary>
internal static class Profiles
{
    /// <summary>
    /// The run whose figures are shown; null when there is none. Small runs are dominated by starting up, so it is one with much work,
    /// and of those the one with most cores.
    /// </summary>
    public static ParallelismSample? Telling(IReadOnlyList<ParallelismSample> profiles)
    {
        var most = profiles.Select(static sample => sample.Work).DefaultIfEmpty().Max();
        return profiles.Where(sample => sample.Work >= most / 2).MaxBy(static sample => sample.Cores);
    }
}
