using Grader.Configuration;

namespace Grader.Reporting.Formats;

/// <summary>Every format, in the order of the help.</summary>
internal static class Formats
{
    /// <summary>Written unless formats are named; report.json is always written.</summary>
    public static IReadOnlyList<string> Usual { get; } = ["html", "csv"];

    public static IReadOnlyList<Format> All { get; } =
    [
        new("html", "a page for people, report.html", input => [new("report.html", HtmlReport.Render(input.Report, changes: input.Changes))]),
        new("student", "a page for each student that shows nobody else, student.html or students/", StudentPages.Render) { ForStudents = true },
        new("csv", "a table of all points, scores.csv", input => [new("scores.csv", ScoresCsv.Render(input.Report))]),
        new("markdown", "a summary for GitHub, summary.md", MarkdownSummary.Render) { ForStudents = true },
        new("annotations", "marks on the faulty lines for GitHub, annotations.txt", Annotations.Render) { ForStudents = true },
        new("classroom", "step outputs for autograding-grading-reporter, classroom/", ClassroomResult.Render) { ForStudents = true },
        new("classroom50", "result.json and release-body.md for Classroom 50", Classroom50Result.Render) { ForStudents = true },
        new("gradescope", "results.json for Gradescope", GradescopeResults.Render) { ForStudents = true },
        new("canvas", "canvas.csv for Canvas' gradebook; needs --roster", CanvasGradebook.Render) { ForStudents = true },
        new("moodle", "moodle.csv for Moodle's gradebook; needs --roster", MoodleGradebook.Render) { ForStudents = true },
        new("junit", "junit.xml for test dashboards", JUnitXml.Render),
        new("ctrf", "ctrf.json, the Common Test Report Format", CtrfJson.Render),
        new("sarif", "grader.sarif for code scanning and editors", SarifLog.Render) { ForStudents = true },
    ];

    /// <exception cref="WrongUseException">There is no format of this name.</exception>
    public static Format Of(string name) => All.FirstOrDefault(format => format.Name == name)
        ?? throw new WrongUseException($"there is no format '{name}'; "
            + Suggestion.Said(name, All.Select(format => format.Name), $"the formats are {string.Join(", ", All.Select(format => format.Name))}"));

    /// <summary>The named formats, and what changed when an earlier report was given.</summary>
    /// <exception cref="WrongUseException">A format lacks something that it needs, or would show students what they are not to see.</exception>
    public static IReadOnlyList<ReportFile> Render(FormatInput input, IReadOnlyList<string> names)
    {
        var wanted = (names.Count == 0 ? Usual : names).Distinct(StringComparer.Ordinal).Select(Of).ToList();
        if (input.Report.Grader.Revealed && wanted.Find(format => format.ForStudents) is { } format)
            throw new WrongUseException($"--format {format.Name} is for students' eyes, and this report shows the values of hidden tests; grade without --reveal for it");
        List<ReportFile> files = [.. wanted.SelectMany(one => one.Render(input))];
        if (input.Changes is { } changes)
            files.Add(new ReportFile("changes.json", JsonReport.Changes(changes)));
        return files;
    }
}
