using System.Globalization;
using Interleaving;
using Interleaving.Exploring;
using Interleaving.Strategies;

namespace Benchmarks;

/// <summary>
/// How many schedules the bounded search has within 1, 2 and 3 preemptions on small programs of CHESS's managed suite, beside
/// how many CHESS had, and whether both find the same bugs; and what such a search is made of: the steps of the longest
/// execution, and the most branches that were kept to be tried.
/// </summary>
internal static class Completeness
{
    private const int Budget = 200_000;

    /// <summary>What CHESS's own regression suite expects: schedules (up to the bug, where there is one) and what was found.</summary>
    private static readonly Dictionary<(string Program, int Preemptions), (string Schedules, string Found)> Published =
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Published", "chess.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(cells => (cells[0], int.Parse(cells[1], CultureInfo.InvariantCulture)), cells => (cells[2], cells[3]));

    /// <param name="only">The one program to run; all of them if null.</param>
    public static int Run(string? only = null)
    {
        var table = new MarkdownTable("program", "within 1", "CHESS", "within 2", "CHESS", "within 3", "CHESS", "most steps", "most pending", "data race");
        var wrong = new List<string>();
        foreach (var program in CorpusProgram.Suite("Chess"))
        {
            if (only is not null && program.Name != only)
                continue;
            var cells = new List<object?> { program.Name };
            var races = false;
            var (longest, pending) = (0, 0);
            for (var bound = 1; bound <= 3; bound++)
            {
                var (schedules, found, raced, choices, kept) = Explorer.OnOwnThread(() => Explore(program, bound));
                (longest, pending) = (Math.Max(longest, choices), Math.Max(pending, kept));
                var published = Published[(program.Name, bound)];
                if ((found.Length > 0) != (published.Found.Length > 0))
                    wrong.Add($"{program} within {bound}: {found}, CHESS {published.Found}");
                var count = schedules.ToString("N0", CultureInfo.InvariantCulture);
                cells.Add(Cell(schedules == Budget ? $"more than {count}" : count, found));
                cells.Add(Cell(published.Schedules, published.Found));
                races |= raced;
            }

            table.Add([.. cells, longest, pending, races ? "yes" : ""]);
            Console.Error.WriteLine(string.Join(" | ", cells));
        }

        table.Print();
        wrong.ForEach(Console.Error.WriteLine);
        return wrong.Count == 0 ? 0 : 1;
    }

    private static (int Schedules, string Found, bool Raced, int Longest, int Pending) Explore(CorpusProgram program, int bound)
    {
        var strategy = new BoundedSearchStrategy(checksRaces: true, bound);
        using var runner = new Runner(program.Body, new ExplorationOptions());
        var (found, raced, longest, pending) = ("", false, 0, 0);
        while (found.Length == 0 && strategy.Tried < Budget && strategy.Begin())
        {
            var execution = runner.Run(strategy);
            strategy.Finished(execution);
            raced |= execution.Memory.Race is not null;
            longest = Math.Max(longest, execution.Operations.Sum(operation => operation.Steps));
            pending = Math.Max(pending, strategy.Pending);
            if (execution.Failure is { } failure)
                found = Name(failure.Kind);
        }

        return (strategy.Tried, found, raced, longest, pending);
    }

    private static string Name(FailureKind kind) => kind switch
    {
        FailureKind.Deadlock => "deadlock",
        FailureKind.Livelock => "livelock",
        FailureKind.Assertion or FailureKind.UnhandledException or FailureKind.DataRace => "failure",
        FailureKind.Unsupported or FailureKind.Nondeterminism or FailureKind.StepLimit => kind.ToString(),
    };

    private static string Cell(string schedules, string found) => found.Length == 0 ? schedules : $"{schedules}, {found}";
}
