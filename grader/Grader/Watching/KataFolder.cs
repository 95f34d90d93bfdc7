using Grader.Records;

namespace Grader.Watching;

/// <summary>A kata as a student has it on disk: one project, its sources beside it.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Name">The project's, and so the assembly's.</param>
internal sealed record KataFolder(string Path, string Name)
{
    /// <exception cref="WrongUseException">The folder is not there, or holds no kata.</exception>
    public static KataFolder Open(string path, string shown)
    {
        if (!Directory.Exists(path))
            throw new WrongUseException($"there is no folder {shown}; give a kata's, for example katas/lost-update");
        return Directory.GetFiles(path, "*.csproj") is [var project]
            ? new KataFolder(path, System.IO.Path.GetFileNameWithoutExtension(project))
            : throw new WrongUseException($"{shown} is no kata's folder: it should have one project file, as katas/lost-update has");
    }

    /// <summary>
    /// The sources as they are now, in ordinal order of their names, which are whole paths: assertions look their own text up.
    /// A file that is being written counts as empty.
    /// </summary>
    public IReadOnlyList<SourceFile> Read() => [.. Files().Select(file => new SourceFile(file.FullName, Text(file.FullName)))];

    /// <summary>Differs whenever a source was saved, came or went; null while one is being replaced.</summary>
    public string? Stamp()
    {
        try
        {
            return string.Join('\n', Files().Select(file => $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Editors put their own beside, with a dot in front.</summary>
    private IEnumerable<FileInfo> Files() => new DirectoryInfo(Path).GetFiles("*.cs")
        .Where(file => !file.Name.StartsWith('.')).OrderBy(file => file.Name, StringComparer.Ordinal);

    private static string Text(string path)
    {
        try
        {
            return SourceEncoding.Decode(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
