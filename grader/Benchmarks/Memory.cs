using System.Diagnostics;
using Interleaving;
using Interleaving.Exploring;
using Interleaving.Strategies;

namespace Benchmarks;

/// <summary>What a long search holds on to: the managed heap after a collection, at each tenth of the way.</summary>
internal static class Memory
{
    private const double MostGrowth = 1.0;

    public static int Run(int schedules) => Explorer.OnOwnThread(() =>
    {
        var program = CorpusProgram.Suite("Speed").First();
        var table = new MarkdownTable("schedules", "heap, MB", "process, MB");
        var (first, last) = (0.0, 0.0);
        using var runner = new Runner(program.Body, new ExplorationOptions());
        var strategy = PortfolioStrategy.Standard(1, checksRaces: true);
        for (var run = 1; run <= schedules; run++)
        {
            // This program has few schedules, so one search follows the other on the same threads.
            if (!strategy.Begin())
            {
                strategy = PortfolioStrategy.Standard(run, checksRaces: true);
                strategy.Begin();
            }

            strategy.Finished(runner.Run(strategy));
            if (run % (schedules / 10) != 0)
                continue;
            last = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
            first = first == 0 ? last : first;
            table.Add(run, last, Process.GetCurrentProcess().WorkingSet64 / 1e6);
        }

        table.Print();
        return last - first < MostGrowth ? 0 : 1;
    });
}
