using Grader.Reporting;
using Judge;

namespace Grader.Tests.Reporting;

/// <summary>A small report with something of everything.</summary>
internal static class SampleReport
{
    private const string Interleaving = """
        | Operation 1                          | Operation 2                          |
        | ------------------------------------ | ------------------------------------ |
        | LostUpdate.cs:14  read _balance = 0  |                                      |
        |                                      | LostUpdate.cs:14  read _balance = 0  |
        |                                      | LostUpdate.cs:14  write _balance = 50|
        | LostUpdate.cs:14  write _balance=100 |                                      |
        """;

    public static Report Create() => new(
        Report.SchemaName,
        new ReportGrader("0.1.0", Seed: 1, Schedules: 200, Suites: new string('a', 64)),
        new ReportMachine(2, "Linux", ".NET 10.0.0", "none"),
        [
            new ReportSubmission("alice", 9.5, 20, [Race(), Slow()]),
            new ReportSubmission("bob", 20, 20, [Right(), Fast()], Notes: ["Two folders hold lost-update; the first was graded."]),
            new ReportSubmission("carol", 0, 20, [Broken(), Missing()]),
        ]);

    /// <summary>What report.json has of a report.</summary>
    public static string Json(Report report)
    {
        using var output = new MemoryStream();
        JsonReport.Write(report, output);
        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>The report of one of its students.</summary>
    public static Report Only(string student) => Create() with { Submissions = [.. Create().Submissions.Where(submission => submission.Id == student)] };

    /// <summary>A report of one student with these katas.</summary>
    public static Report With(params ReportKata[] katas) =>
        Create() with { Submissions = [ReportBuilder.Submission("alice", katas, [])] };

    /// <summary>A kata of criteria that are worth and got these points; the first that lost some has a long story to tell.</summary>
    public static ReportKata Scored(string id, params (double Score, double Most)[] criteria) => Kata(
        id, $"The kata {id}", criteria.All(points => points.Score == points.Most) ? Verdict.Accepted : Verdict.WrongAnswer,
        [.. criteria.Select((points, i) => new ReportCriterion(
            $"criterion-{i}", $"Criterion {i}", points.Score == points.Most ? Verdict.Accepted : Verdict.WrongAnswer, points.Score, points.Most,
            points.Score == points.Most ? "" : "It went wrong.", null,
            points.Score == points.Most ? null : new ReportLocation("Kata.cs", 7 + i), "", "", 10, 0.125))]);

    /// <summary>One student, one kata, one criterion, all of them named and worded by <paramref name="text"/>.</summary>
    public static Report WordedBy(string text) => Create() with
    {
        Submissions =
        [
            new ReportSubmission(text, 0, 10, [Kata("lost-update", "Fix the race", Verdict.WrongAnswer, [
                new ReportCriterion("no-lost-update", text, Verdict.WrongAnswer, 0, 10, text, text,
                    new ReportLocation(text, 1), text, text, 1, 0)]) with
                {
                    Findings = [new ReportFinding(text, new ReportLocation(text, 2))],
                }], Notes: [text]),
        ],
    };

    private static ReportKata Race() => Kata("lost-update", "Fix the race", Verdict.DataRace, [
        new ReportCriterion("deposits-count", "Deposits count", Verdict.Accepted, 6, 6, "", null, null, "", "", 200, 0.25),
        new ReportCriterion("no-lost-update", "No update is lost", Verdict.DataRace, 0, 4,
            "Two deposits wrote _balance and nothing ordered them.", "Reading, adding and writing are three steps.",
            new ReportLocation("LostUpdate.cs", 14), "t0:1.2.2.1", Interleaving, 137, 0.08)]);

    private static ReportKata Right() => Kata("lost-update", "Fix the race", Verdict.Accepted, [
        new ReportCriterion("deposits-count", "Deposits count", Verdict.Accepted, 6, 6, "", null, null, "", "", 200, 0.25),
        new ReportCriterion("no-lost-update", "No update is lost", Verdict.Accepted, 4, 4, "", null, null, "", "", 200, 0.5)]);

    private static ReportKata Broken() => Kata("lost-update", "Fix the race", Verdict.CompileError, [
        new ReportCriterion("deposits-count", "Deposits count", Verdict.CompileError, 0, 6, "", "", null, "", "", 0, 0),
        new ReportCriterion("no-lost-update", "No update is lost", Verdict.CompileError, 0, 4, "", "", null, "", "", 0, 0)]) with
    {
        Findings = [new ReportFinding("; expected", new ReportLocation("LostUpdate.cs", 9))],
    };

    private static ReportKata Slow() => Kata("parallel-sum", "Parallelize a loop", Verdict.TooSlow, [
        new ReportCriterion("span", "The work is divided", Verdict.Accepted, 3.5, 5, "", null, null, "", "", 1, 0.5),
        new ReportCriterion("cpu-overhead", "Dividing costs little", Verdict.TooSlow, 0, 5,
            "4.2 times the processor time of the plain loop.", "Lock once for each part, not once for each item.", null, "", "", 0, 1.5)]) with
    {
        Timed = true,
        Measurements = new ReportMeasurements(3.5, 4, 4.2, [4.1, 4.2, 4.4], [0.4, 0.45, 0.5], "Inconclusive", 1.1, 2),
    };

    private static ReportKata Fast() => Kata("parallel-sum", "Parallelize a loop", Verdict.Accepted, [
        new ReportCriterion("span", "The work is divided", Verdict.Accepted, 5, 5, "", null, null, "", "", 1, 0.5),
        new ReportCriterion("cpu-overhead", "Dividing costs little", Verdict.Accepted, 5, 5, "", null, null, "", "", 0, 1.5)]) with
    {
        Timed = true,
        Measurements = new ReportMeasurements(3.9, 4, 1.02, [1.01, 1.02, 1.04], [1.7, 1.8, 1.9], "Accepted", 1.95, 2),
    };

    private static ReportKata Missing() => Kata("parallel-sum", "Parallelize a loop", Verdict.CompileError, [
        new ReportCriterion("span", "The work is divided", Verdict.CompileError, 0, 10, "was not handed in", null, null, "", "", 0, 0)]) with
    {
        Findings = [new ReportFinding("was not handed in", new ReportLocation("ParallelSum.cs", 0))],
        Missing = true,
        Timed = true,
    };

    private static ReportKata Kata(string id, string title, Verdict verdict, ReportCriterion[] criteria) => new(
        id, title, verdict, criteria.Sum(criterion => criterion.Score), criteria.Sum(criterion => criterion.MaxScore), criteria);
}
