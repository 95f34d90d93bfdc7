using Grader.Configuration;
using Grader.Records;

namespace Grader.Reporting;

/// <summary>What a student handed in for a kata, out of the report on it: so it is there although the folder is elsewhere, or another by now.</summary>
internal static class ReportedSubmission
{
    /// <param name="report">The report.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="student">Whose; null where there is one student in it.</param>
    /// <param name="kata">For which kata.</param>
    /// <exception cref="WrongUseException">The report has no such student, or none of the kata's files.</exception>
    public static Submission Of(Report report, string file, string? student, Kata kata)
    {
        var found = report.Submissions.FirstOrDefault(one => student is null ? report.Submissions.Count == 1 : Decompositions.AreSame(one.Id, student))
            ?? throw new WrongUseException(student is null
                ? $"{file} has {report.Submissions.Count} students; say whose work: --student <name>"
                : $"there is no student '{student}' in {file}; {Suggestion.Said(student, report.Submissions.Select(one => one.Id), "the page of the report has the names")}");
        var sources = found.Katas.FirstOrDefault(one => one.Id == kata.Id)?.Sources ?? [];
        var files = kata.Files.Select(name => sources.FirstOrDefault(source => source.File == name)).OfType<ReportSource>().ToList();
        return files.Count == kata.Files.Count
            ? new Submission(found.Id, kata, [.. files.Select(source => new SourceFile(source.File, source.Text))])
            : throw new WrongUseException($"{file} has no {string.Join(", ", kata.Files.Except(files.Select(source => source.File)))} of {found.Id}: it was not handed in, or cannot be read");
    }
}
