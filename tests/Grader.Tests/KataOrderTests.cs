using Grader.Checking;
using Grader.Judging;
using Grader.Records;
using Grader.Reporting;
using Grader.Tests.Judging;

namespace Grader.Tests;

/// <summary>A student's katas are judged in one process, and none of them has anything of the others.</summary>
public sealed class KataOrderTests
{
    private static readonly Workspace Workspace = Workspace.Find(Repository.Root);
    private static readonly string[] Katas = ["lost-update", "gather", "async-lock"];

    [Test]
    public async Task The_order_of_the_katas_changes_no_byte_of_a_report()
    {
        // A right answer between wrong ones, and the other way round: each comes after each kind.
        var submissions = Katas.SelectMany(id =>
        {
            var samples = SampleFolder.Read(Repository.Root, Workspace.Kata(id));
            return new[] { samples.First(sample => sample.Name.Contains("/faults/", StringComparison.Ordinal)), samples[1] };
        }).Select(sample => sample.Submission with { Student = "ann" }).ToList();
        var launcher = new CountedLauncher();

        var forwards = await ReportAsync(submissions, launcher);
        launcher.Launched.ShouldBeLessThan(submissions.Count, "nothing was shared");
        submissions.Reverse();
        var backwards = await ReportAsync(submissions, launcher);
        backwards.Reverse();

        backwards.ShouldBe(forwards);
    }

    private static async Task<List<string>> ReportAsync(IReadOnlyList<Submission> submissions, ILauncher launcher)
    {
        using var judge = new SharedJudge(launcher, TimeProvider.System, 1);
        var run = new GradingRun(Workspace, new RunSettings(50, 1, 1), judge);
        var grades = await run.Pipeline.GradeAsync(submissions, (_, _) => { }, CancellationToken.None);
        return [.. grades.Select((grade, i) => Told(ReportBuilder.Kata(grade, submissions[i].Files)))];
    }

    private static string Told(ReportKata kata) =>
        JsonReport.Line(kata with { Criteria = [.. kata.Criteria.Select(criterion => criterion with { Seconds = 0 })] });
}
