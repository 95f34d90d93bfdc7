using System.Globalization;
using Grader;

namespace Benchmarks.Scale;

/// <summary>A class that hands in every kata, graded at once; and what `dotnet test` would take for each, from a sample of it.</summary>
internal static class WholeClass
{
    private const int Sample = 8;

    public static int Run(int students)
    {
        var workspace = Workspace.Find(Directory.GetCurrentDirectory());
        var katas = workspace.Grading.Katas;
        using var submissions = new GeneratedClass(workspace, students, katas);
        var gradings = students * katas.Count;
        var graded = Command.Grader(workspace.Root, "grade", submissions.Folder, "--out", submissions.Out("report"));
        Say($"{gradings:N0} gradings ({students} students, {katas.Count} katas) in {graded.WallSeconds:N0} s: {60 * gradings / graded.WallSeconds:N0} a minute, {graded.CpuSeconds / gradings:0.00} CPU s each; the grader itself held {graded.PeakBytes / 1e6:N0} MB");

        // Every n-th of them, so that each strand of the course is there.
        using var template = new Template();
        var each = Enumerable.Range(0, Sample).Select(i =>
        {
            var kata = katas[i * katas.Count / Sample];
            var source = File.ReadAllText(Path.Combine(workspace.Root, "solutions", kata.Id, kata.Files[0]));
            _ = template.Test(kata.Id, kata.Files[0], source + "\n// first\n");
            return template.Test(kata.Id, kata.Files[0], source + "\n// again\n");
        }).ToList();
        var wall = each.Average(static cost => cost.WallSeconds);
        Say($"`dotnet test` of {Sample} of them: {wall:0.00} s and {each.Average(static cost => cost.CpuSeconds):0.00} CPU s each; two at a time all would take {gradings * wall / 2:N0} s if neither slowed the other (extrapolated): {gradings * wall / 2 / graded.WallSeconds:0.0} times as long");
        return 0;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
