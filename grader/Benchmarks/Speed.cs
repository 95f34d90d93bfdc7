using System.Diagnostics;
using Interleaving;
using Interleaving.Exploring;
using Interleaving.Instrumentation;
using Interleaving.Scheduling;
using Interleaving.Strategies;

namespace Benchmarks;

/// <summary>
/// How many schedules a second the explorer runs, and what a yield point costs. Of several rounds the best is shown: what
/// else the machine does only ever adds to a time. One operation runs at a time, so a second of the processor is what a second
/// is on a machine that does nothing else; where others are busy, only that column can be compared.
/// </summary>
internal static class Speed
{
    private const int Rounds = 5;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(0.5);

    /// <param name="only">Part of a program's name; empty for all of them.</param>
    public static int Run(string only = "")
    {
        var table = new MarkdownTable(
            "program", "schedules a second", "a processor's second", "with race detection", "a processor's second", "yield points");
        foreach (var program in CorpusProgram.Suite("Speed").Where(program => program.Name.Contains(only, StringComparison.Ordinal)))
        {
            var plain = Explorer.OnOwnThread(() => Best(program, races: false));
            var races = Explorer.OnOwnThread(() => Best(program, races: true));
            table.Add(program.Name, plain.Wall, plain.Processor, races.Wall, races.Processor, plain.Steps);
        }

        table.Print();
        Console.WriteLine($"\nA yield point that does not switch: {YieldPoint():N1} ns");
        return 0;
    }

    private static Rate Best(CorpusProgram program, bool races)
    {
        using var runner = new Runner(program.Body, new ExplorationOptions { DataRaces = races });
        var best = new Rate(0, 0, 0);

        // The first round warms up.
        for (var round = 0; round <= Rounds; round++)
        {
            var measured = Once(runner, races, seed: round + 1);
            if (round > 0)
                best = new Rate(Math.Max(best.Wall, measured.Wall), Math.Max(best.Processor, measured.Processor), measured.Steps);
        }

        return best;
    }

    /// <summary>A small program has few schedules, so several searches follow one another.</summary>
    private static Rate Once(Runner runner, bool races, int seed)
    {
        var strategy = PortfolioStrategy.Standard(seed, races);
        var (schedules, steps) = (0, 0L);
        var watch = Stopwatch.StartNew();
        var processor = Environment.CpuUsage.TotalTime;
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

        processor = Environment.CpuUsage.TotalTime - processor;
        return new Rate(schedules / watch.Elapsed.TotalSeconds, schedules / processor.TotalSeconds, (double)steps / schedules);
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
                    var processor = Environment.CpuUsage.TotalTime;
                    for (var i = 0; i < Count; i++)
                        _ = Hooks.Read(box, ref box.Value, -1);
                    best = Math.Min(best, (Environment.CpuUsage.TotalTime - processor).TotalNanoseconds / Count);
                }
            },
            new ExplorationOptions { Schedules = 1, DataRaces = false });
        return best;
    }

    /// <summary>Schedules in a second on the clock and in a second of the processor, and yield points in a schedule.</summary>
    private readonly record struct Rate(double Wall, double Processor, double Steps);
}
