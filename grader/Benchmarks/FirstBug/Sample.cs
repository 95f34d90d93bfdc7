using System.Globalization;

namespace Benchmarks.FirstBug;

/// <summary>Schedules to the first bug in several runs, each with a seed of its own.</summary>
/// <param name="Found">Of the runs that found it: how many schedules each took.</param>
/// <param name="Runs">How many runs there were.</param>
/// <param name="Budget">Schedules that a run had.</param>
internal sealed record Sample(IReadOnlyList<int> Found, int Runs, int Budget)
{
    /// <summary>Runs that may fail to find it: more of them would tell no more than that it takes long.</summary>
    private const int MostFailures = 5;

    public bool FoundByAll => Found.Count == Runs;

    public double Mean => Found.Average();

    /// <param name="runs">At most.</param>
    /// <param name="budget">Schedules that each has.</param>
    /// <param name="run">Of a seed: schedules to the bug, or null when the budget ran out.</param>
    public static Sample Take(int runs, int budget, Func<int, int?> run)
    {
        var found = new List<int>();
        var done = 0;
        while (done < runs && done - found.Count < MostFailures)
        {
            if (run(++done) is { } schedules)
                found.Add(schedules);
        }

        return new Sample(found, done, budget);
    }

    public override string ToString() => Found.Count == 0
        ? "never"
        : Mean.ToString(Mean < 99.95 ? "N1" : "N0", CultureInfo.InvariantCulture) + (FoundByAll ? "" : $" ({Found.Count}/{Runs})");
}
