using Grader.Configuration;
using Grader.Records;
using Judge;

namespace Grader.Reporting.Adjusting;

/// <summary>
/// All that may change a score after grading, in this order: being late, earlier attempts (which carry what they cost
/// themselves), an instructor's override. Each leaves its mark in the report. They start from the criteria's points, so applying
/// them twice is applying them once. What is not given anew stays as the report has it.
/// </summary>
internal sealed class Adjustments
{
    /// <summary>Moodle and Canvas refuse, or cut, what is far above what an assignment is worth.</summary>
    private const int MostPoints = 1_000;

    private readonly Grading grading;
    private readonly IReadOnlyList<Report>? earlier;
    private readonly IReadOnlyList<Override>? overrides;
    private readonly IReadOnlyList<Submitted>? submitted;

    /// <param name="grading">The policies.</param>
    /// <param name="earlier">Reports of earlier attempts, oldest first; null to keep the attempts that the report has.</param>
    /// <param name="overrides">Lines of overrides.csv; null to keep the overrides that the report has.</param>
    /// <param name="submitted">Lines of submitted.csv; null to keep what the report has of being late.</param>
    public Adjustments(Grading grading, IReadOnlyList<Report>? earlier, IReadOnlyList<Override>? overrides, IReadOnlyList<Submitted>? submitted)
    {
        (this.grading, this.earlier, this.overrides, this.submitted) = (grading, earlier, overrides, submitted);
        if (submitted is [var first, ..] && grading.Late is null)
            throw first.Row.Wrong("times are given, but grading.json has no \"late\" that says what being late costs; add it or leave the times out");
    }

    /// <exception cref="WrongUseException">A line names a student or kata that is not there, or one twice, or too many points.</exception>
    public Report Apply(Report report)
    {
        Check(report);
        return report with
        {
            Submissions = [.. report.Submissions.Select(student => ReportBuilder.Submission(
                student.Id, [.. student.Katas.Select(kata => Adjusted(student, kata))], student.Notes ?? []) with { Comments = student.Comments })],
        };
    }

    private ReportKata Adjusted(ReportSubmission student, ReportKata kata)
    {
        var points = kata.Criteria.Sum(criterion => (decimal)criterion.Score);
        var late = Late(student, kata, ref points);
        var attempts = Attempts(student, kata, ref points);
        ReportOverride? changed = null;
        if (Given(student, kata) is { } given)
        {
            changed = given with { Was = (double)points };
            points = (decimal)given.Points;
        }

        return kata with { Score = (double)points, Verdict = attempts is null ? Own(kata) : attempts.Verdict(Own(kata)), Attempts = attempts, Late = late, Override = changed };
    }

    private ReportOverride? Given(ReportSubmission student, ReportKata kata) => overrides is null
        ? kata.Override
        : overrides.Where(line => Decompositions.AreSame(line.Student, student.Id) && line.Kata == kata.Id)
            .Select(line => new ReportOverride((double)line.Points, line.Reason, 0)).FirstOrDefault();

    private ReportAttempts? Attempts(ReportSubmission student, ReportKata kata, ref decimal points)
    {
        var before = earlier is null
            ? kata.Attempts?.Scores.Zip(kata.Attempts.Verdicts ?? [.. kata.Attempts.Scores.Select(_ => kata.Verdict)]).SkipLast(1).ToList() ?? []
            : earlier.Select(report => Find(report, student.Id, kata.Id)).OfType<ReportKata>().Select(found => (First: found.Score, Second: found.Verdict)).ToList();
        if (before.Count == 0)
            return null;
        var was = (double)points;
        List<double> all = [.. before.Select(attempt => attempt.First), was];
        // Of equals the latest counts.
        var counted = grading.Attempts == AttemptsPolicy.Best ? all.LastIndexOf(all.Max()) : all.Count - 1;
        points = Math.Min((decimal)all[counted], (decimal)kata.MaxScore);
        return new ReportAttempts(all, counted + 1, was) { Verdicts = [.. before.Select(attempt => attempt.Second), Own(kata)] };
    }

    /// <summary>Of the attempt that was graded last, whichever counts.</summary>
    private static Verdict Own(ReportKata kata) => kata.Attempts?.Verdicts is [.., var last] ? last : kata.Verdict;

    private ReportLate? Late(ReportSubmission student, ReportKata kata, ref decimal points)
    {
        if (submitted is null)
            return kata.Late is { } kept ? Costing(kept, ref points) : null;
        if (grading.Late is not { } policy || kata.Missing == true || Time(student.Id, kata.Id) is not { } time)
            return null;
        var due = grading.Katas.FirstOrDefault(known => known.Id == kata.Id)?.Due ?? policy.Due;
        var after = time - due - TimeSpan.FromMinutes(policy.GraceMinutes);
        if (after <= TimeSpan.Zero)
            return null;
        var days = (int)Math.Ceiling(after.TotalDays);
        var percent = Math.Min(policy.AtMostPercent, days * policy.PercentPerDay);
        return percent == 0 ? null : Costing(new ReportLate(due, time, days, (double)percent, 0), ref points);
    }

    private static ReportLate Costing(ReportLate late, ref decimal points)
    {
        var was = points;
        points = Math.Round(points * (100 - (decimal)late.Percent) / 100, 2, MidpointRounding.AwayFromZero);
        return late with { Was = (double)was };
    }

    /// <summary>The line of the kata itself before the one of all katas.</summary>
    private DateTimeOffset? Time(string student, string kata) =>
        (submitted?.FirstOrDefault(line => Decompositions.AreSame(line.Student, student) && line.Kata == kata)
            ?? submitted?.FirstOrDefault(line => Decompositions.AreSame(line.Student, student) && line.Kata is null))?.Time;

    private void Check(Report report)
    {
        foreach (var line in overrides ?? [])
        {
            var kata = Known.Kata(report, line.Row, line.Student, line.Kata)!;
            if (line.Points < 0 || ((double)line.Points > kata.MaxScore && !line.IsExtra))
            {
                throw line.Row.Wrong($"{line.Points} points are not between 0 and {PlainText.Points(kata.MaxScore)}, what {kata.Id} is worth"
                    + (line.Points < 0 ? "" : "; to give extra credit, add a column 'extra credit' and write yes in it"));
            }

            if (line.Points > MostPoints)
                throw line.Row.Wrong($"{line.Points} points are more than {MostPoints}, the most that a gradebook takes");
        }

        foreach (var line in submitted ?? [])
            _ = Known.Kata(report, line.Row, line.Student, line.Kata);
        Once((overrides ?? []).Select(line => (line.Row, line.Student, (string?)line.Kata)));
        Once((submitted ?? []).Select(line => (line.Row, line.Student, line.Kata)));
    }

    private static void Once(IEnumerable<(CsvTableRow Row, string Student, string? Kata)> lines)
    {
        foreach (var twice in lines.GroupBy(line => (Student: Decompositions.Of(line.Student), line.Kata)).Where(group => group.Count() > 1))
        {
            var (first, second) = (twice.First().Row, twice.Last().Row);
            throw second.Wrong($"{twice.Key.Student} {twice.Key.Kata} stands in line {first.Line} already; keep one of the two");
        }
    }

    private static ReportKata? Find(Report report, string student, string kata) =>
        report.Submissions.FirstOrDefault(submission => Decompositions.AreSame(submission.Id, student))?.Katas.FirstOrDefault(found => found.Id == kata);
}
