using Grader;
using Grader.Configuration;

namespace Benchmarks.Scale;

/// <summary>
/// One student, one kata: what `dotnet test` takes, what `grader explain` takes from a cold start, and what one more
/// submission adds to a class. One round after another, each with all three.
/// </summary>
internal static class OneSubmission
{
    private const int Few = 2, Many = 22;

    public static int Run(int rounds)
    {
        var workspace = Workspace.Find(Directory.GetCurrentDirectory());
        using var template = new Template();
        var table = new MarkdownTable("kata", "`dotnet test`, s", "CPU s", "`grader explain`, s", "CPU s ", "one more in a class, s", "CPU s  ");
        foreach (var slug in (string[])["lost-update", "bounded-fetch", "gather", "pipeline", "single-flight"])
            table.Add([slug, .. Measure(workspace, workspace.Kata(slug), template, rounds)]);
        table.Print();
        return 0;
    }

    private static IEnumerable<object> Measure(Workspace workspace, Kata kata, Template template, int rounds)
    {
        using var few = new GeneratedClass(workspace, Few, [kata]);
        using var many = new GeneratedClass(workspace, Many, [kata]);
        var answer = Path.Combine(workspace.Root, "solutions", kata.Id, kata.Files[0]);
        List<Cost> tested = [], explained = [], added = [];
        for (var round = 0; round <= rounds; round++)
        {
            tested.Add(template.Test(kata.Id, kata.Files[0], File.ReadAllText(answer) + $"\n// {round}\n"));
            explained.Add(Command.Grader(workspace.Root, "explain", answer, "--kata", kata.Id));
            var (first, second) = (Grade(workspace, few, round), Grade(workspace, many, round));
            added.Add(new Cost((second.WallSeconds - first.WallSeconds) / (Many - Few), (second.CpuSeconds - first.CpuSeconds) / (Many - Few), 0));
        }

        // The first round warms the compiler's server and the disk.
        return new[] { tested, explained, added }.SelectMany(static costs => (object[])
        [
            Median(costs.Skip(1).Select(static cost => cost.WallSeconds)), Median(costs.Skip(1).Select(static cost => cost.CpuSeconds)),
        ]);
    }

    private static Cost Grade(Workspace workspace, GeneratedClass submissions, int round) =>
        Command.Grader(workspace.Root, "grade", submissions.Folder, "--out", submissions.Out($"report-{round}"));

    private static string Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2].ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
    }
}
