using Grader.Reporting.Formats;

namespace Grader.Reporting;

/// <summary>The <c>--out</c> folder: the only place where reporting touches the disk.</summary>
internal static class ReportFolder
{
    /// <summary>The one file that is always there; every other is a projection of it.</summary>
    public const string JsonFile = "report.json";

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
        catch (Exception e) when (DiskFull.Why(e) is null && e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new WrongUseException($"--out {folder} cannot be written ({e.Message}); give a folder that you may write to");
        }
    }

    /// <summary>Writes the report, and what was made of it.</summary>
    /// <exception cref="WrongUseException">A file would lie outside of the folder, or cannot be written.</exception>
    public static void Write(string folder, Report report, IReadOnlyList<ReportFile> files)
    {
        Write(folder, JsonFile, path =>
        {
            using var output = File.Create(path);
            JsonReport.Write(report, output);
        });
        foreach (var file in files)
            Write(folder, file.Path, path => File.WriteAllText(path, file.Text));
    }

    private static void Write(string folder, string name, Action<string> write)
    {
        // Slugs and folder names come out of a report.json that anyone may have written.
        var path = Path.GetFullPath(Path.Combine(folder, name));
        if (!path.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new WrongUseException($"the report has a name that leads out of {folder}: {PlainText.Of(name)}");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            write(path);
        }
        catch (Exception e) when (DiskFull.Why(e) is null && e is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"{path} cannot be written ({e.Message}); give another --out");
        }
    }
}
