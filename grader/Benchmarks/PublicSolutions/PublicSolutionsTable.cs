using Interleaving;

namespace Benchmarks.PublicSolutions;

/// <summary>
/// Public solutions of a well-known bank-account exercise, in checkouts of whoever runs this: what the explorer says of each, and
/// how often the exercise's own stress test lets the racy ones pass.
/// </summary>
internal static class PublicSolutionsTable
{
    private const int StressRuns = 20;

    /// <returns>0, or 2 when the folder has no solutions.</returns>
    public static int Run(string folder)
    {
        if (Problem(folder) is { } problem)
        {
            Console.Error.WriteLine(problem);
            return 2;
        }

        var outcomes = new List<Outcome>();
        foreach (var checkout in Checkouts(folder))
        {
            outcomes.Add(Trial.Of(checkout, StressRuns));
            Console.Error.WriteLine(outcomes[^1]);
        }

        if (outcomes.TrueForAll(static outcome => outcome.Changes is null))
        {
            Console.Error.WriteLine($"public-solutions: none of the {outcomes.Count} subfolders of {folder} has a solution that works in one thread");
            return 2;
        }

        Table(outcomes, StressRuns).Print();
        Console.WriteLine();
        foreach (var outcome in outcomes)
            Console.WriteLine($"- {outcome}");
        return 0;
    }

    /// <summary>What is wrong with a folder, with its name; null when nothing.</summary>
    public static string? Problem(string folder)
    {
        if (!Directory.Exists(folder))
            return $"public-solutions: there is no folder {folder}";
        return Checkouts(folder).Length == 0
            ? $"public-solutions: {folder} has no subfolders; each is to be a checkout with a solution of the bank-account exercise"
            : null;
    }

    public static MarkdownTable Table(IReadOnlyCollection<Outcome> outcomes, int stressRuns)
    {
        var table = new MarkdownTable("explored", "solutions", "accepted", "racy", "undecided", "schedules, median", "most", "stress runs passed by the racy", "of");
        Add("changes alone", static outcome => outcome.Changes);
        Add("changes and a read", static outcome => outcome.Read);
        return table;

        void Add(string explored, Func<Outcome, Exploration?> found)
        {
            var solutions = outcomes.Where(outcome => found(outcome) is not null).ToList();
            var racy = solutions.Where(outcome => Outcome.IsFault(found(outcome))).ToList();
            var schedules = racy.Select(outcome => found(outcome)!.Schedules).Order().ToList();
            var accepted = solutions.Count(outcome => found(outcome)!.Failure is null);
            table.Add(
                explored,
                solutions.Count,
                accepted,
                racy.Count,
                solutions.Count - accepted - racy.Count,
                schedules.Count == 0 ? null : schedules[schedules.Count / 2],
                schedules.Count == 0 ? null : schedules[^1],
                racy.Sum(static outcome => outcome.StressPassed),
                racy.Count * stressRuns);
        }
    }

    private static string[] Checkouts(string folder) => [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal)];
}
