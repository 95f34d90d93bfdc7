using Benchmarks.Simulation;
using Interleaving;
using Interleaving.Exploring;
using Interleaving.Scheduling;
using Interleaving.Strategies;

namespace Benchmarks.FirstBug;

/// <summary>
/// How many schedules each strategy needs to the first bug of each SCTBench program, beside what the same strategy needs on
/// the program's events alone (the simulator), and beside what is published.
/// </summary>
internal static class FirstBugs
{
    private const int Budget = 2_000;

    /// <summary>What a strategy may need, compared with the simulator.</summary>
    private const double Most = 1.5;

    private static readonly (string Name, Func<int, IStrategy> Engine, Func<int, SimulatedStrategy> Simulator)[] Random =
    [
        ("random walk", seed => new RandomWalkStrategy(seed), seed => new SimulatedWalk(seed)),
        ("PCT(3)", seed => new PctStrategy(seed, 3), seed => new SimulatedPct(seed, 3)),
        ("POS", seed => new PosStrategy(seed), seed => new SimulatedPos(seed)),
        ("URW", seed => new UrwStrategy(seed), seed => new SimulatedUrw(seed)),
        ("SURW", seed => new SurwStrategy(seed), seed => new SimulatedSurw(seed)),
    ];

    /// <param name="runs">Seeds.</param>
    /// <param name="only">Part of a program's name; empty for all of them.</param>
    public static int Run(int runs = 100, string only = "")
    {
        var table = new MarkdownTable(["program", "portfolio", "bounded search", .. Random.Select(strategy => strategy.Name)]);
        var missed = new List<string>();
        foreach (var program in CorpusProgram.Suite("SctBench").Where(program => program.Name.Contains(only, StringComparison.Ordinal)))
        {
            var isLarge = program.Name.EndsWith("_100", StringComparison.Ordinal);
            var portfolio = Engine(program, seed => PortfolioStrategy.Standard(seed, checksRaces: true), isLarge ? 20 : runs);
            if (!portfolio.FoundByAll || portfolio.Mean > (isLarge ? 2_000 : 100))
                missed.Add($"{program}, portfolio: {portfolio}");
            var cells = new List<object?> { program.Name, portfolio.ToString() };
            cells.Add(isLarge ? "" : Engine(program, _ => new BoundedSearchStrategy(checksRaces: true), 1).ToString());
            foreach (var (name, engine, simulator) in Random)
            {
                var sample = isLarge && name is not ("URW" or "SURW") ? null : Engine(program, engine, isLarge ? 20 : runs);
                var reference = sample is not { FoundByAll: true } ? null : Simulated(program.Name, simulator, isLarge ? 20 : runs);
                var tooMany = sample is not null && reference is { FoundByAll: true } && sample.Mean > Most * reference.Mean;
                if (tooMany)
                    missed.Add($"{program}, {name}: {sample} where the simulator needs {reference}");
                cells.Add($"{(tooMany ? $"**{sample}**" : sample)} · {reference} · {Published.Mean(program.Name, name)}");
            }

            table.Add([.. cells]);
            Console.Error.WriteLine(string.Join(" | ", cells));
        }

        table.Print();
        missed.ForEach(Console.Error.WriteLine);
        return missed.Count == 0 ? 0 : 1;
    }

    private static Sample Engine(CorpusProgram program, Func<int, IStrategy> strategy, int runs) =>
        Sample.Take(runs, Budget, seed => Explorer.OnOwnThread(() => FirstFailure(program, strategy(seed), seed)));

    private static int? FirstFailure(CorpusProgram program, IStrategy strategy, int seed)
    {
        using var runner = new Runner(program.Body, new ExplorationOptions { Seed = seed, DataRaces = strategy is PortfolioStrategy or BoundedSearchStrategy });
        for (var tried = 1; tried <= Budget && strategy.Begin(); tried++)
        {
            var execution = runner.Run(strategy);
            strategy.Finished(execution);
            if (execution.Failure is not null)
                return tried;
        }

        return null;
    }

    private static Sample Simulated(string name, Func<int, SimulatedStrategy> strategy, int runs) =>
        Sample.Take(runs, Budget, seed => SimulatedSctBench.SchedulesToBug(name, strategy(seed), Budget));
}
