namespace Grader.Reporting;

/// <summary>The <c>--out</c> folder: the only place where reporting touches the disk.</summary>
internal static class ReportFolder
{
    /// <summary>Makes the folder, and makes sure that it can be written before anything is graded.</summary>
    /// <exception cref="WrongUseException">It cannot.</exception>
    public static void Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, ".probe");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new WrongUseException($"--out {folder} cannot be written ({e.Message}); give a folder that you may write to");
        }
    }

    public static void Write(string folder, Report report)
    {
        File.WriteAllText(Path.Combine(folder, "report.json"), JsonReport.Render(report));
        File.WriteAllText(Path.Combine(folder, "report.html"), HtmlReport.Render(report));
        File.WriteAllText(Path.Combine(folder, "scores.csv"), ScoresCsv.Render(report));
    }
}
