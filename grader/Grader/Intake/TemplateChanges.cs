using System.Text;
using Grader.Configuration;

namespace Grader.Intake;

/// <summary>
/// Finds what a student changed of the template, or added to it, beside the files that are theirs to change: tests, project
/// files, workflows.
/// None of it is used; whoever changed it may believe otherwise.
/// </summary>
/// <param name="originals">Each file of the template: its path there, with forward slashes, and where the original lies.</param>
/// <param name="katas">Their declared files may change.</param>
internal sealed class TemplateChanges(IReadOnlyDictionary<string, string> originals, IReadOnlyList<Kata> katas)
{
    private const int MostNamed = 5;

    private static readonly string[] Settings = [".props", ".targets", ".rsp"];
    private static readonly string[] Kinds = [.. Settings, ".cs", ".csproj", ".json", ".yml", ".yaml", ".sh"];

    private readonly IReadOnlyList<(string Name, string Path)> guarded =
    [
        .. originals.Where(file => Matters(file.Key) && !katas.Any(kata => kata.Files.Any(own => file.Key == $"katas/{kata.Id}/{own}")))
            .OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => (file.Key, file.Value)),
    ];

    /// <summary>A note for the report; null when nothing was changed. What is not there was not changed.</summary>
    public string? Of(string folder)
    {
        var changed = guarded.Where(file => Differs(folder, file.Name, file.Path)).Select(file => file.Name)
            .Concat(guarded.Count == 0 ? [] : Added(folder)).Order(StringComparer.Ordinal).ToList();
        if (changed.Count == 0)
            return null;
        var rest = changed.Count > MostNamed ? $" and {changed.Count - MostNamed} more" : "";
        return $"changed, and not used: {string.Join(", ", changed.Take(MostNamed))}{rest}; only the files that a kata names are graded";
    }

    /// <summary>What a build or GitHub would take up by itself: sources and settings beside a kata, workflows.</summary>
    private IEnumerable<string> Added(string folder) =>
        from place in (IEnumerable<string>)["", ".github/workflows", "katas", .. katas.SelectMany(kata => (string[])[$"katas/{kata.Id}", kata.Id])]
        from file in StudentFolder.Files(folder, place)
        let name = place.Length == 0 ? file : $"{place}/{file}"
        let known = katas.Any(kata => kata.Id == place) ? $"katas/{name}" : name
        where (place is "" or "katas" ? Settings : Kinds).Contains(Path.GetExtension(file)) && !originals.ContainsKey(known)
            && !katas.Any(kata => known.StartsWith($"katas/{kata.Id}/", StringComparison.Ordinal) && kata.Files.Contains(file))
        select EntryName.Shown(name);

    private static bool Matters(string name) => Kinds.Contains(Path.GetExtension(name))
        && (name.StartsWith("katas/", StringComparison.Ordinal) || name.StartsWith(".github/", StringComparison.Ordinal) || !name.Contains('/'));

    private static bool Differs(string folder, string name, string original) =>
        (Read(Path.Combine(folder, name)) ?? (name.StartsWith("katas/", StringComparison.Ordinal) ? Read(Path.Combine(folder, name["katas/".Length..])) : null))
            is { } own && own != Text(File.ReadAllBytes(original));

    /// <summary>Null when there is no such file, or no way to read it.</summary>
    private static string? Read(string path)
    {
        try
        {
            using var handle = File.Exists(path) ? RegularFile.TryOpen(path) : null;
            if (handle is null)
                return null;
            using var stream = new FileStream(handle, FileAccess.Read);
            var bytes = new byte[SourceReader.MaxBytes];
            return Text(bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Line ends and a byte-order mark are an editor's doing.</summary>
    private static string Text(ReadOnlySpan<byte> bytes) =>
        Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Replace("\r\n", "\n").TrimEnd('\n');
}
