using Grader.Records;

namespace Grader.Reporting.Adjusting;

/// <summary>Puts the staff's comments into a report, in place of those that it has.</summary>
internal static class Comments
{
    /// <exception cref="WrongUseException">A line names a student, a kata or a line of code that is not there.</exception>
    public static Report Apply(Report report, IReadOnlyList<Comment> comments)
    {
        foreach (var comment in comments)
        {
            var kata = Known.Kata(report, comment.Row, comment.Student, comment.Kata);
            if (kata is not null && comment.Line > 0)
                _ = Location(kata, comment);
        }

        return report with { Submissions = [.. report.Submissions.Select(student => With(student, [.. comments.Where(line => Decompositions.AreSame(line.Student, student.Id))]))] };
    }

    private static ReportSubmission With(ReportSubmission student, IReadOnlyList<Comment> comments) => student with
    {
        Comments = Told(comments.Where(line => line.Kata is null).Select(line => new ReportComment(line.Text))),
        Katas =
        [
            .. student.Katas.Select(kata => kata with
            {
                Comments = Told(comments.Where(line => line.Kata == kata.Id).Select(line => new ReportComment(line.Text, line.Line == 0 ? null : Location(kata, line)))),
            }),
        ],
    };

    private static IReadOnlyList<ReportComment>? Told(IEnumerable<ReportComment> comments) => comments.ToList() is { Count: > 0 } all ? all : null;

    private static ReportLocation Location(ReportKata kata, Comment comment)
    {
        var sources = kata.Sources ?? [];
        var source = comment.File is { } name ? sources.FirstOrDefault(file => file.File == name) : sources.Count > 0 ? sources[0] : null;
        if (source is null)
        {
            throw comment.Row.Wrong(sources.Count == 0
                ? $"the report has no code of {comment.Student}'s {kata.Id}, so no line of it; leave the column 'line' empty"
                : $"there is no file '{comment.File}' in {comment.Student}'s {kata.Id}; the files are {string.Join(", ", sources.Select(file => file.File))}");
        }

        var lines = source.Text.TrimEnd('\n').Split('\n').Length;
        return comment.Line <= lines
            ? new ReportLocation(source.File, comment.Line)
            : throw comment.Row.Wrong($"{source.File} of {comment.Student} has {lines} {(lines == 1 ? "line" : "lines")}, so no line {comment.Line}");
    }
}
