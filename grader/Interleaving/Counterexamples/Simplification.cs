using Interleaving.Scheduling;
using Interleaving.Strategies;

namespace Interleaving.Counterexamples;

/// <summary>
/// Looks for the simplest schedule that fails in a given way: first by leaving deviations out, then by trying all schedules
/// with fewer preemptions, since a minimal set of deviations need not be a smallest one. It stops after a number of steps
/// of the program, never by a clock.
/// </summary>
internal sealed class Simplification(Func<IStrategy, Execution> run, Failure failure)
{
    private const long MostSteps = 500_000;
    private const int MostSearched = 150;
    private long steps;

    public Schedule Of(Schedule schedule)
    {
        var small = Minimize(schedule);
        if (small.Deviations.Count < 2)
            return small;
        var search = new BoundedSearchStrategy(checksRaces: false, small.Deviations.Count - 1);
        for (var tried = 0; tried < MostSearched && steps < MostSteps && search.Begin(); tried++)
        {
            var (outcome, actual) = Run(search);
            if (outcome is not null && Minimizer.IsSame(outcome, failure)
                && actual.Deviations.Count < small.Deviations.Count)
                return Minimize(actual);
        }

        return small;
    }

    private Schedule Minimize(Schedule schedule) =>
        Minimizer.Minimize(schedule, failure, deviations => Run(new ReplayStrategy(deviations)));

    private (Failure? Failure, Schedule Actual) Run(IStrategy strategy)
    {
        if (steps >= MostSteps)
            return (null, Schedule.Default);
        var recording = new RecordingStrategy(strategy);
        var execution = run(recording);
        foreach (var operation in execution.Operations)
            steps += operation.Steps;
        return (execution.Failure ?? execution.Memory.Race, recording.Schedule);
    }
}
