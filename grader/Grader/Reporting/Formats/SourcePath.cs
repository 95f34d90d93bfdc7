namespace Grader.Reporting.Formats;

/// <summary>
/// Where a student's file lies in the repository that was graded: <c>katas/lost-update/LostUpdate.cs</c> in a student's
/// own, and under the student's folder in a class.
/// </summary>
internal static class SourcePath
{
    /// <summary>With slashes, relative to the root of the repository.</summary>
    public static string Of(Report report, ReportSubmission student, ReportKata kata, string file) =>
        report.Submissions.Count == 1 ? $"katas/{kata.Id}/{file}" : $"{student.Id}/{kata.Id}/{file}";
}
