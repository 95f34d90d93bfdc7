using Interleaving.Counterexamples;
using Interleaving.Strategies;

namespace Interleaving;

/// <summary>Tries schedules until one fails or the budget is spent.</summary>
/// <remarks>
/// A data race is remembered, and the search goes on for a schedule under which it does harm: "the deposit is gone" says
/// more than "nothing orders these two lines". So is a failure that does not come again under the same schedule: it may be
/// an accident, and whoever could end the search by one would be through.
/// </remarks>
internal sealed class Search(Runner runner, ExplorationOptions options)
{
    public Exploration Run()
    {
        var strategy = Chosen();
        (Schedule Schedule, Failure Failure)? race = null;
        Exploration? doubtful = null;
        var tried = 0;
        while (tried < options.Schedules && strategy.Begin())
        {
            tried++;
            var recording = new RecordingStrategy(strategy);
            var execution = runner.Run(recording);
            strategy.Finished(execution);
            if (execution.Race is { } found && race is null)
                race = (recording.Schedule, found);
            if (execution.Failure is not { } failure)
                continue;
            var exploration = Counterexample.Of(runner, recording.Schedule, failure, race?.Failure) with { Schedules = tried };
            if (exploration.Failure != FailureKind.Nondeterminism)
                return exploration;
            doubtful = Both(doubtful, exploration);
        }

        if (race is var (schedule, only))
        {
            var exploration = Counterexample.Of(runner, schedule, only) with { Schedules = tried };
            if (exploration.Failure != FailureKind.Nondeterminism)
                return exploration;
            doubtful = Both(doubtful, exploration);
        }

        return doubtful is not null
            ? doubtful with { Schedules = tried }
            : new Exploration { Schedules = tried, Complete = strategy.Completed };
    }

    /// <summary>The first is told; all are counted.</summary>
    private static Exploration Both(Exploration? first, Exploration found) =>
        first is null ? found : first with { Unrepeated = [.. first.Unrepeated, .. found.Unrepeated] };

    private IStrategy Chosen() => options.Strategy switch
    {
        Strategy.Portfolio => PortfolioStrategy.Standard(options.Seed, options.DataRaces),
        Strategy.BoundedSearch => new BoundedSearchStrategy(options.DataRaces, options.Preemptions ?? int.MaxValue),
        Strategy.RandomWalk => new RandomWalkStrategy(options.Seed),
        Strategy.Pct => new PctStrategy(options.Seed, options.Depth),
        Strategy.Pos => new PosStrategy(options.Seed),
        Strategy.Urw => new UrwStrategy(options.Seed),
        Strategy.Surw => new SurwStrategy(options.Seed, options.Interest),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Strategy, null),
    };
}
