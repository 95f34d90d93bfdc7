using Grader.Configuration;

namespace Grader.Intake;

/// <summary>
/// Looks for the katas in folders within a student's folder, where archives and upload forms put them
/// (<c>submission/katas/…</c>, <c>katas-main/…</c>). Of the nearest folders exactly one may have some: nothing is put together from several.
/// </summary>
internal sealed class NestedHandin
{
    /// <summary>As deep as Gradescope's script looks for files: three folders, and the kata in them.</summary>
    private const int Deepest = 3;

    /// <summary>How many folders are looked at on one level.</summary>
    private const int MostFolders = 1_000;

    private static readonly string[] NotLookedAt = ["__MACOSX", "bin", "obj", "artifacts", "node_modules"];

    private NestedHandin(string? folder, string? note) => (Folder, Note) = (folder, note);

    /// <summary>The folder that has the katas; null when there is none, or more than one.</summary>
    public string? Folder { get; }

    /// <summary>What the instructor should know; null when nothing was found.</summary>
    public string? Note { get; }

    public static NestedHandin In(string folder, IReadOnlyList<Kata> wanted)
    {
        List<string> level = [folder];
        for (var depth = 1; depth <= Deepest; depth++)
        {
            level = [.. level.SelectMany(Folders).Take(MostFolders)];
            var found = level.FindAll(at => wanted.Any(kata => Directory.Exists(Path.Combine(at, "katas", kata.Id)) || Directory.Exists(Path.Combine(at, kata.Id))));
            if (found is [var only])
                return new NestedHandin(only, $"the katas were found in {Shown(folder, only)}");
            if (found.Count > 1)
                return new NestedHandin(null, $"katas lie in several folders ({string.Join(", ", found.Take(3).Select(at => Shown(folder, at)))}{(found.Count > 3 ? ", …" : "")}), so none was graded; leave one of them");
        }

        return new NestedHandin(null, null);
    }

    private static IEnumerable<string> Folders(string at)
    {
        try
        {
            return [.. Directory.EnumerateDirectories(at).Take(MostFolders).Where(IsLookedAt).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool IsLookedAt(string path) =>
        Path.GetFileName(path) is var name && !name.StartsWith('.') && !NotLookedAt.Contains(name, StringComparer.OrdinalIgnoreCase) && !StudentFolder.IsLink(path);

    private static string Shown(string folder, string found) =>
        string.Join('/', Path.GetRelativePath(folder, found).Split(Path.DirectorySeparatorChar).Select(EntryName.Shown));
}
