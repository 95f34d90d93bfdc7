using Interleaving.Counterexamples;
using Interleaving.Strategies;

namespace Interleaving;

/// <summary>Tries schedules until one fails or the budget is spent.</summary>
internal sealed class Search(Runner runner, ExplorationOptions options)
{
    public Exploration Run()
    {
        var portfolio = new RandomWalkStrategy(options.Seed);
        var tried = 0;
        for (; tried < options.Schedules && portfolio.Begin(); tried++)
        {
            var recording = new RecordingStrategy(portfolio);
            var execution = runner.Run(recording);
            if (execution.Failure is { } failure)
                return Counterexample.Of(runner, recording.Schedule, failure) with { Schedules = tried + 1 };
        }

        return new Exploration { Schedules = tried };
    }
}
