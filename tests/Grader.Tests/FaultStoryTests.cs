using Grader.Checking;
using Grader.Judging;
using Grader.Judging.Sandboxes;
using Grader.Records;
using Grader.Reporting;
using Grader.Tests.Reporting;
using Judge;

namespace Grader.Tests;

/// <summary>What reports tell of real faults, one of each kind in each kata, judged by the hidden suites.</summary>
public sealed class FaultStoryTests
{
    private static readonly Workspace Workspace = Workspace.Find(Repository.Root);

    /// <summary>Of a kata, how many are judged again, each by a judge of its own: the last, which came to one that had judged others before.</summary>
    private const int Repeated = 3;

    /// <summary>Enough for most faults: that each is found is what <c>grader check</c> is for.</summary>
    private const int Schedules = 50;

    private static IEnumerable<string> Katas => Workspace.Grading.Katas.Select(kata => kata.Id);

    [TestCaseSource(nameof(Katas))]
    public async Task Stories_are_what_the_tables_draw_twice_the_same_and_hide_the_suite(string id)
    {
        var kata = Workspace.Kata(id);
        var faults = SampleFolder.Read(Repository.Root, kata).Where(sample => sample.Expected is { } expected && expected != Expectation.Right)
            .GroupBy(sample => sample.Expected!.Verdict).Select(kind => kind.First().Submission).ToList();
        var launcher = new JudgeLauncher(Sandbox.None);
        using var together = new SharedJudge(launcher, TimeProvider.System, 2);
        var reports = await ReportedAsync(faults, together);
        foreach (var report in reports)
        {
            report.Sources!.Select(source => source.File).ShouldBe(kata.Files);
            foreach (var criterion in report.Criteria)
            {
                (criterion.Story is null ? "" : Drawn.Table(criterion.Story).TrimEnd('\n')).ShouldBe(criterion.Interleaving);
                criterion.Story?.Steps.Select(step => step.File).OfType<string>().Distinct().ShouldBeSubsetOf(kata.Files);
                JsonReport.Line(report with { Criteria = [criterion] }).ShouldNotContain($"{kata.Name}Suite");
            }
        }

        foreach (var frame in reports.SelectMany(report => report.Measurements?.Flame ?? []).SelectMany(stack => stack.Stack))
            frame.ShouldMatch("^((lambda in )?[A-Z][A-Za-z.]*|the hidden test|…)$");
        reports.Any(report => report.Measurements?.Flame is { Count: > 0 }).ShouldBe(SimulatesCores(id));

        var alone = new RestartingJudge(new ChildJudge(launcher, TimeProvider.System));
        (await ReportedAsync([.. faults.TakeLast(Repeated)], alone)).Select(Told).ShouldBe(reports.TakeLast(Repeated).Select(Told));
        reports.SelectMany(report => report.Criteria).ShouldContain(criterion => criterion.Story != null);
    }

    /// <summary>Whether the suite counts work on simulated cores, which is what a flame graph is drawn from.</summary>
    private static bool SimulatesCores(string id) => Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "Suites", id), "*.cs")
        .Any(file => File.ReadAllText(file).Contains("Cores.Run(", StringComparison.Ordinal));

    private static async Task<IReadOnlyList<ReportKata>> ReportedAsync(IReadOnlyList<Submission> submissions, IJudge judge)
    {
        var run = new GradingRun(Workspace, new RunSettings(Schedules, 1, 2) { Owner = "we" }, judge);
        var grades = await run.Pipeline.GradeAsync(submissions, (_, _) => { }, CancellationToken.None);
        return [.. grades.Select((grade, i) => ReportBuilder.Kata(grade, submissions[i].Files))];
    }

    /// <summary>All but what is timed, which is also how far it came until a limit of time.</summary>
    private static string Told(ReportKata kata) => JsonReport.Line(kata with
    {
        Measurements = kata.Measurements is { } figures ? new ReportMeasurements(figures.Parallelism, figures.Cores, null, null, null, "", 0, 0, figures.Flame) : null,
        Criteria = [.. kata.Criteria.Where(criterion => criterion.Id != "cpu-overhead").Select(criterion => criterion with
        {
            Seconds = 0,
            Schedules = kata.Criteria.Any(other => other.Verdict == Verdict.TimeLimit) ? 0 : criterion.Schedules,
        })],
    });
}
