using Interleaving.Counterexamples;
using Interleaving.Strategies;

namespace Interleaving;

/// <summary>Tries schedules until one fails or the budget is spent.</summary>
/// <remarks>
/// A data race is remembered, and the search goes on for a schedule under which it does harm: "the deposit is gone" says
/// more than "nothing orders these two lines".
/// </remarks>
internal sealed class Search(Runner runner, ExplorationOptions options)
{
    public Exploration Run()
    {
        var strategy = PortfolioStrategy.Standard(options.Seed, options.DataRaces);
        (Schedule Schedule, Failure Failure)? race = null;
        var tried = 0;
        while (tried < options.Schedules && strategy.Begin())
        {
            tried++;
            var recording = new RecordingStrategy(strategy);
            var execution = runner.Run(recording);
            strategy.Finished(execution);
            if (execution.Race is { } found && race is null)
                race = (recording.Schedule, found);
            if (execution.Failure is { } failure)
                return Counterexample.Of(runner, recording.Schedule, failure, race?.Failure) with { Schedules = tried };
        }

        return race is var (schedule, only)
            ? Counterexample.Of(runner, schedule, only) with { Schedules = tried }
            : new Exploration { Schedules = tried, Complete = strategy.Completed };
    }
}
