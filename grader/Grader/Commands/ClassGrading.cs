using Grader.Intake;
using Grader.Reporting;
using Judge;

namespace Grader.Commands;

/// <summary>Grades students with progress, out of the journal where that has them already.</summary>
internal static class ClassGrading
{
    /// <summary>The report before anything is graded: everybody, and nothing found.</summary>
    public static Report Draft(ReportGrader grader, ReportMachine machine, IReadOnlyList<Handin> handins) => ReportBuilder.Build(
        grader, machine, handins.Select(handin => ReportBuilder.Submission(
            handin.Student,
            [.. handin.Submissions.Select(one => new ReportKata(one.Kata.Id, one.Kata.Title, Verdict.Accepted, 0, (double)one.Kata.Points, []))],
            [])));

    public static async Task<Report> RunAsync(
        GradingRun run, ReportGrader grader, ReportMachine machine, IReadOnlyList<Handin> handins, string output, bool resume,
        Terminal terminal, CancellationToken cancellation)
    {
        using var journal = new Journal(output, grader, resume);
        var all = handins.SelectMany(handin => handin.Submissions).ToList();
        var lines = all.Select(journal.Find).ToArray();
        var open = Enumerable.Range(0, all.Count).Where(i => lines[i] is null).ToList();
        if (open.Count < all.Count)
            await terminal.Out.WriteLineAsync($"resumed: {all.Count - open.Count} of {all.Count} were graded before");

        await GradingProgress.ShowAsync(terminal, open.Count, told => run.Pipeline.GradeEachAsync(
            [.. open.Select(i => all[i])],
            (i, grade) =>
            {
                var submission = all[open[i]];
                lines[open[i]] = journal.Add(submission, ReportBuilder.Kata(grade, submission.Files));
                told(submission, grade);
            },
            cancellation));
        return ReportBuilder.Build(grader, machine, Students(handins, [.. lines.Select(line => line!.Value)], journal.Path));
    }

    private static IEnumerable<ReportSubmission> Students(IReadOnlyList<Handin> handins, JournalLine[] lines, string journal)
    {
        var first = 0;
        foreach (var handin in handins)
        {
            var own = lines[first..(first + handin.Submissions.Count)];
            first += own.Length;
            yield return ReportBuilder.Submission(handin.Student, new StoredKatas(journal, own), handin.Notes);
        }
    }
}
