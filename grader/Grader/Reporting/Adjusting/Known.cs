using Grader.Configuration;
using Grader.Records;

namespace Grader.Reporting.Adjusting;

/// <summary>Finds in the report what a line of a table names.</summary>
internal static class Known
{
    /// <exception cref="WrongUseException">There is no such student, or no such kata.</exception>
    public static ReportKata? Kata(Report report, CsvTableRow row, string student, string? kata)
    {
        var found = report.Submissions.FirstOrDefault(submission => Decompositions.AreSame(submission.Id, student))
            ?? throw row.Wrong($"there is no student '{student}' in the report; "
                + Suggestion.Said(student, report.Submissions.Select(s => s.Id), $"use the name of the student's folder, such as {Some(report.Submissions.Select(s => s.Id))}"));
        return kata is null ? null : found.Katas.FirstOrDefault(graded => graded.Id == kata)
            ?? throw row.Wrong($"there is no kata '{kata}' in the report; "
                + Suggestion.Said(kata, found.Katas.Select(graded => graded.Id), $"the katas are {Some(found.Katas.Select(graded => graded.Id))}"));
    }

    private static string Some(IEnumerable<string> names)
    {
        var all = names.ToList();
        return string.Join(", ", all.Take(40)) + (all.Count > 40 ? ", …" : "");
    }
}
