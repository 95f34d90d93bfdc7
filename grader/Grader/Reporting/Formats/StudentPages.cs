using System.Text;
using Grader.Configuration;

namespace Grader.Reporting.Formats;

/// <summary>
/// A page for each student that shows nobody else: <c>student.html</c>, or <c>students/&lt;name&gt;.html</c> for each of a class.
/// </summary>
internal static class StudentPages
{
    public static IEnumerable<ReportFile> Render(FormatInput input)
    {
        var students = input.Report.Submissions;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return students.Select(student => new ReportFile(
            students.Count == 1 ? "student.html" : $"students/{Free(names, student.Id)}.html",
            HtmlReport.Render(input.Report with { Submissions = [Shown(student)] }, personal: true, input.Changes?.Only(student.Id))));
    }

    /// <summary>What a criterion keeps from students is not in the file at all.</summary>
    private static ReportSubmission Shown(ReportSubmission student) => student with
    {
        Katas = [.. student.Katas.Select(kata => kata with { Criteria = [.. kata.Criteria.Select(Shown)] })],
    };

    private static ReportCriterion Shown(ReportCriterion criterion) => criterion.Visibility is null or Visibility.Visible
        ? criterion
        : criterion with { Message = "", Hint = null, Location = null, Schedule = "", Interleaving = "", Story = null, Timeline = null };

    /// <summary>A name that every file system takes, and no other student's file has.</summary>
    private static string Free(HashSet<string> taken, string student)
    {
        var name = new StringBuilder();
        foreach (var c in student)
            name.Append(char.IsLetterOrDigit(c) || c is '-' or '_' or '@' ? c : '_');
        var free = name.ToString();
        for (var i = 2; !taken.Add(free); i++)
            free = $"{name}-{i}";
        return free;
    }
}
