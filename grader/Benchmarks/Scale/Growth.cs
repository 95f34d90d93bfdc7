using Grader;

namespace Benchmarks.Scale;

/// <summary>Ten times as many students again and again, with one kata each: what a grading takes, and what the grader holds.</summary>
internal static class Growth
{
    public static int Run(int most)
    {
        var workspace = Workspace.Find(Directory.GetCurrentDirectory());
        var kata = workspace.Kata("lost-update");
        var table = new MarkdownTable("gradings", "ms each", "CPU ms each", "the grader's memory, MB");
        for (var students = 10; students <= most; students *= 10)
        {
            using var submissions = new GeneratedClass(workspace, students, [kata]);
            var cost = Command.Grader(workspace.Root, "grade", submissions.Folder, "--out", submissions.Out("report"));
            table.Add(students, 1000 * cost.WallSeconds / students, 1000 * cost.CpuSeconds / students, cost.PeakBytes / 1e6);
        }

        table.Print();
        return 0;
    }
}
