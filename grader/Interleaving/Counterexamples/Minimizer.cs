using System.Text.RegularExpressions;
using Interleaving.Strategies;

namespace Interleaving.Counterexamples;

/// <summary>
/// Makes a failing schedule small: leaves deviations out, large groups first and then one at a time, as long as the same
/// failure stays (delta debugging: Zeller and Hildebrandt, IEEE TSE 2002). The result has no deviation that could be left
/// out alone, unless the tries run out first.
/// </summary>
internal static partial class Minimizer
{
    /// <param name="schedule">A schedule that fails.</param>
    /// <param name="failure">How it fails.</param>
    /// <param name="run">Runs a schedule; tells how it failed and which deviations it really took.</param>
    /// <param name="tries">How many schedules to run at most, 0 or more.</param>
    /// <returns>A schedule that fails in the same way and, run again, takes just the deviations that it names.</returns>
    public static Schedule Minimize(
        Schedule schedule, Failure failure, Func<Schedule, (Failure? Failure, Schedule Actual)> run, int tries = 500)
    {
        var best = schedule;
        var size = (best.Deviations.Count + 1) / 2;
        while (size > 0 && tries > 0)
        {
            var smaller = false;
            for (var from = 0; from < best.Deviations.Count && tries > 0;)
            {
                tries--;
                var (outcome, actual) = run(Without(best, from, size));

                // What was left out may have sent the rest elsewhere: what counts is what the run took.
                if (outcome is not null && IsSame(outcome, failure) && actual.Deviations.Count < best.Deviations.Count)
                {
                    best = actual;
                    smaller = true;
                }
                else
                {
                    from += size;
                }
            }

            // One left out can make another needless, so the last round is repeated until nothing changes.
            if (size > 1 || !smaller)
                size /= 2;
        }

        return best;
    }

    /// <summary>
    /// Whether two failures are the same one. An assertion is known by what it says, in the words of the program and but for the numbers in
    /// them; an exception by its type and its place; a race or a deadlock by who is in it. Of the rest, one is as good as another.
    /// </summary>
    public static bool IsSame(Failure one, Failure other) =>
        one.Kind == other.Kind
        && one.Exception?.GetType() == other.Exception?.GetType()
        && Equals(one.What, other.What)
        && one.Kind switch
        {
            FailureKind.Assertion => Shape(one) == Shape(other),
            FailureKind.UnhandledException or FailureKind.Unsupported => one.Site == other.Site,
            _ => true,
        };

    private static string Shape(Failure failure)
    {
        var end = failure.Message.IndexOf('\n', StringComparison.Ordinal);
        return Digits().Replace(end < 0 ? failure.Message : failure.Message[..end], "#");
    }

    private static Schedule Without(Schedule schedule, int from, int count) =>
        new([.. schedule.Deviations.Take(from), .. schedule.Deviations.Skip(from + count)]);

    [GeneratedRegex(@"\d+|[\uE000-\uF8FF]")]
    private static partial Regex Digits();
}
