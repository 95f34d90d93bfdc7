using Interleaving.Scheduling;
using Interleaving.Strategies;
using Interleaving.Weaving;

namespace Interleaving.Counterexamples;

/// <summary>Turns a failing schedule into one that a person can follow.</summary>
internal static class Counterexample
{
    /// <summary>Runs the schedule again to be sure of it, makes it small, and writes it down.</summary>
    public static Exploration Of(Runner runner, Schedule schedule, Failure failure)
    {
        var again = runner.Run(new ReplayStrategy(schedule));
        if (again.Failure?.Kind != failure.Kind)
        {
            return new Exploration
            {
                Failure = FailureKind.Nondeterminism,
                Message = Messages.Nondeterminism(failure, again.Failure),
                Schedule = schedule.ToString(),
            };
        }

        return Replay(runner, schedule);
    }

    /// <summary>Runs one schedule and writes down what happens.</summary>
    public static Exploration Replay(Runner runner, Schedule schedule)
    {
        var recorder = new Recorder();
        var execution = runner.Run(new ReplayStrategy(schedule), recorder);
        var site = Sites.Get(execution.Failure?.Site ?? -1);
        return new Exploration
        {
            Failure = execution.Failure?.Kind,
            Message = execution.Failure?.Message ?? "",
            File = site?.File,
            Line = site?.Line ?? 0,
            Exception = execution.Failure?.Exception,
            Schedules = 1,
            Schedule = schedule.ToString(),
        };
    }
}
