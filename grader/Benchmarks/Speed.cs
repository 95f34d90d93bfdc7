using System.Diagnostics;
using Interleaving;
using Interleaving.Scheduling;
using Interleaving.Strategies;

namespace Benchmarks;

/// <summary>
/// How many schedules a second the explorer runs, and what a yield point costs. Of several rounds the best is shown: what
/// else the machine does only ever adds to a time.
/// </summary>
internal static class Speed
{
    private const int Rounds = 5;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(0.5);

    public static int Run()
    {
        var table = new MarkdownTable("program", "schedules a second", "with race detection", "yield points", "ns a yield point");
        foreach (var program in CorpusProgram.Suite("Speed"))
        {
            var plain = Explorer.OnOwnThread(() => Best(program, races: false));
            var races = Explorer.OnOwnThread(() => Best(program, races: true));
            table.Add(
                program.Name,
                plain.SchedulesPerSecond,
                races.SchedulesPerSecond,
                plain.Steps,
                1e9 / (plain.SchedulesPerSecond * plain.Steps));
        }

        table.Add("a yield point that does not switch", null, null, null, YieldPoint());
        table.Print();
        return 0;
    }

    private static (double SchedulesPerSecond, double Steps) Best(CorpusProgram program, bool races)
    {
        using var runner = new Runner(program.Body, new ExplorationOptions { DataRaces = races });
        var best = (SchedulesPerSecond: 0.0, Steps: 0.0);

        // The first round warms up.
        for (var round = 0; round <= Rounds; round++)
        {
            var measured = Once(runner, races, seed: round + 1);
            if (round > 0 && measured.SchedulesPerSecond > best.SchedulesPerSecond)
                best = measured;
        }

        return best;
    }

    /// <summary>A small program has few schedules, so several searches follow one another.</summary>
    private static (double SchedulesPerSecond, double Steps) Once(Runner runner, bool races, int seed)
    {
        var strategy = PortfolioStrategy.Standard(seed, races);
        var (schedules, steps) = (0, 0L);
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Round)
        {
            if (!strategy.Begin())
            {
                strategy = PortfolioStrategy.Standard(++seed, races);
                continue;
            }

            var execution = runner.Run(strategy);
            strategy.Finished(execution);
            schedules++;
            steps += Steps(execution);
        }

        return (schedules / watch.Elapsed.TotalSeconds, (double)steps / schedules);
    }

    private static long Steps(Execution execution)
    {
        var steps = 0L;
        for (var i = 0; i < execution.Operations.Count; i++)
            steps += execution.Operations[i].Steps;
        return steps;
    }

    private static double YieldPoint()
    {
        const int Count = 20_000_000;
        var best = double.MaxValue;
        Explorer.Explore(
            () =>
            {
                var box = new Box();
                for (var round = 0; round < Rounds; round++)
                {
                    var watch = Stopwatch.StartNew();
                    for (var i = 0; i < Count; i++)
                        _ = Hooks.Read(box, ref box.Value, -1);
                    best = Math.Min(best, watch.Elapsed.TotalNanoseconds / Count);
                }
            },
            new ExplorationOptions { Schedules = 1, DataRaces = false });
        return best;
    }
}
