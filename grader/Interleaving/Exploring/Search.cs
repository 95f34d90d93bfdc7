using Interleaving.Strategies;
using Interleaving.Weaving;

namespace Interleaving.Exploring;

/// <summary>Tries schedules until one fails or the budget is spent.</summary>
/// <remarks>
/// A data race is remembered, and the search goes on for a schedule under which it does harm: "the deposit is gone" says
/// more than "nothing orders these two lines". So is a failure that does not come again under the same schedule: it may be
/// an accident, and whoever could end the search by one would be through.
/// </remarks>
internal sealed class Search(Runner runner, ExplorationOptions options)
{
    /// <summary>Up to so many times the schedules of the budget are tried while executions still show new orders.</summary>
    private const int MostTimes = 5;

    /// <summary>Yield points that a schedule of the budget is expected to cost. The budget grows only while executions are shorter.</summary>
    private const int CostEach = 200;

    /// <summary>The search goes on past its budget while the next execution is more likely than this to show a new order.</summary>
    private const double LikelyNew = 0.25;

    /// <summary>Hangs that need not come again: so many, and the machine is too busy to tell.</summary>
    private const int MostHangs = 10;

    private int hungAt;
    private int hangs;

    public Exploration Run()
    {
        while (true)
        {
            runner.BeginAnew();
            if (Once() is { } exploration)
                return exploration;
        }
    }

    /// <summary>One search from its first schedule; null when it has to begin anew, as if there had been none before.</summary>
    private Exploration? Once()
    {
        var chosen = StrategyTable.Create(options);
        var strategy = new CancellingStrategy(chosen, options.Seed);
        (Schedule Schedule, Failure Failure, int Tried)? race = null;
        Exploration? doubtful = null;
        Ending? worst = null;
        var tried = 0;
        var cost = 0L;
        var coverage = new OrderCoverage();
        while (GoesOn() && strategy.Begin())
        {
            tried++;
            var sweeps = strategy.Sweeps;
            var recording = new RecordingStrategy(strategy);
            var loads = WovenContext.Loads;
            var execution = runner.Run(recording);
            if (execution.Control.Lost is { } left)
                return execution.Control.IsHung && !IsBelieved(tried) ? null : Counterexample.Untold(left) with { Schedules = tried };

            // What is loaded the first time, and set up for good, is there the next: no schedule comes out the same again.
            if (loads != WovenContext.Loads)
                return null;
            strategy.Finished(execution);
            if (execution.Ending is { } ending && ending.Kind > (worst?.Kind ?? EndingKind.Passed))
                worst = ending;
            if (!sweeps)
            {
                if (chosen is not PortfolioStrategy { Leads: true })
                    coverage.Add(execution);
                cost += execution.Cost;
            }

            if (execution.Memory.Race is { } found && race is null)
                race = (recording.Schedule, found, tried);
            if (execution.Failure is not { } failure)
                continue;
            var cause = race?.Failure ?? execution.Memory.Suspicion;
            var exploration = Counterexample.Of(runner, recording.Schedule, failure, cause) with { Schedules = tried };
            if (runner.Outside.Failure is { } outside)
                return Counterexample.Untold(outside) with { Schedules = tried };
            if (exploration.Failure != FailureKind.Nondeterminism)
                return exploration;
            doubtful = Both(doubtful, exploration);
        }

        if (runner.Outside.Failure is { } late)
            return Counterexample.Untold(late) with { Schedules = tried };
        if (race is var (schedule, only, after))
        {
            // The rest of the search went by for nothing: the race was there before.
            var exploration = Counterexample.Of(runner, schedule, only) with { Schedules = after };
            if (exploration.Failure != FailureKind.Nondeterminism)
                return exploration;
            doubtful = Both(doubtful, exploration);
        }

        return doubtful is not null
            ? doubtful with { Schedules = tried }
            : new Exploration { Schedules = tried, Complete = strategy.Completed, Ending = worst, Cancellations = strategy.Swept };

        // Once a race is known, the rest of the search is there to show what it can do.
        bool GoesOn() => strategy.IsSweeping || tried - strategy.Swept < options.Schedules
            || (race is null && chosen is PortfolioStrategy portfolio && tried - strategy.Swept < (long)options.Schedules * MostTimes
                && (portfolio.Leads || (coverage.Unseen > LikelyNew && cost < (long)options.Schedules * CostEach)));
    }

    /// <summary>
    /// Whether a hang is the program's. On a busy machine a short wait can look like one, so it has to come again at the same schedule,
    /// and once more when calls back are one step.
    /// </summary>
    private bool IsBelieved(int schedule)
    {
        if (hungAt != schedule)
        {
            hungAt = schedule;
            return ++hangs >= MostHangs;
        }

        if (runner.Careful)
            return true;
        runner.Careful = true;
        hungAt = 0;
        return false;
    }

    /// <summary>The first is told; all are counted.</summary>
    private static Exploration Both(Exploration? first, Exploration found) =>
        first is null ? found : first with { Unrepeated = [.. first.Unrepeated, .. found.Unrepeated] };
}
