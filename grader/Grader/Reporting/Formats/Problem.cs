using Grader.Verdicts;
using Judge;

namespace Grader.Reporting.Formats;

/// <summary>Something that cost a student points, for formats that list problems rather than scores.</summary>
/// <param name="Student">Whose it is.</param>
/// <param name="Kata">In which kata.</param>
/// <param name="Criterion">Which criterion; null for what was found before anything ran.</param>
/// <param name="Verdict">What kind of problem.</param>
/// <param name="Message">What happened.</param>
/// <param name="Hint">What to try next; empty when there is no hint.</param>
/// <param name="Location">Where; null when unknown.</param>
/// <param name="Lost">The points that it cost.</param>
internal sealed record Problem(
    ReportSubmission Student, ReportKata Kata, ReportCriterion? Criterion, Verdict Verdict,
    string Message, string Hint, ReportLocation? Location, double Lost)
{
    /// <summary>Its name for people: the criterion's, or the kata's.</summary>
    public string Title => Criterion?.Title ?? Kata.Title;

    /// <summary>The file that it is about; where no place is known, the one that the kata is named for.</summary>
    public string File => Location?.File
        ?? Kata.Criteria.Select(criterion => criterion.Location?.File).FirstOrDefault(file => file is not null)
        ?? string.Concat(Kata.Id.Split('-').Select(word => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..])) + ".cs";

    /// <summary>Its name for programs: <c>lost-update/no-lost-update</c>.</summary>
    public string Rule => Criterion is null ? $"{Kata.Id}/{Verdict}" : $"{Kata.Id}/{Criterion.Id}";

    /// <summary>
    /// All problems of the report, in its order. What nobody is to blame for is none, and neither is what was not handed in.
    /// </summary>
    public static IEnumerable<Problem> Of(Report report) =>
        from student in report.Submissions
        from kata in student.Katas
        where kata.Missing != true && !VerdictTable.CostsNothing(kata.Verdict)
        from problem in Of(student, kata)
        select problem;

    private static IEnumerable<Problem> Of(ReportSubmission student, ReportKata kata) =>
        kata.Findings is { Count: > 0 } findings
            ? findings.Select(finding => new Problem(student, kata, null, kata.Verdict, finding.Message, "", finding.Location, kata.MaxScore))
            : kata.Criteria.Where(criterion => !VerdictTable.CostsNothing(criterion.Verdict)).Select(criterion => new Problem(
                student, kata, criterion, criterion.Verdict, criterion.Message, criterion.Hint ?? "", criterion.Location,
                criterion.MaxScore - criterion.Score));
}
