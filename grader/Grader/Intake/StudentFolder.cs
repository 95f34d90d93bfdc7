using Grader.Configuration;
using Grader.Records;

namespace Grader.Intake;

/// <summary>
/// A student's folder: the kata folders in it, at its root or under <c>katas/</c>, and nothing deeper. Links are never
/// followed, and archives are never unpacked.
/// </summary>
internal sealed class StudentFolder(string folder, string student)
{
    /// <summary>How many entries of a folder are looked at for a note; what is graded has a name of its own.</summary>
    private const int MostEntries = 1_000;

    private static readonly string[] Archives = [".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".jar"];

    public static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    /// <summary>Names of files in a place under a student's folder; none where the way there is a link, or cannot be read.</summary>
    /// <param name="folder">The student's.</param>
    /// <param name="place">Relative, with forward slashes; empty for the folder itself.</param>
    public static IReadOnlyList<string> Files(string folder, string place)
    {
        var at = folder;
        foreach (var part in place.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at = Path.Combine(at, part);
            if (IsLink(at) || !Directory.Exists(at))
                return [];
        }

        try
        {
            return [.. Names(at).Where(name => !Directory.Exists(Path.Combine(at, name)))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    public static bool IsArchive(string name) => Archives.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>What is there for a kata, were it only something that cannot be graded; null when there is nothing.</summary>
    public Submission? Find(Kata kata)
    {
        var under = Path.Combine(folder, "katas");
        foreach (var place in new[] { Path.Combine(under, kata.Id), Path.Combine(folder, kata.Id) })
        {
            var shown = Path.GetRelativePath(folder, place);
            if (Path.GetDirectoryName(place) == under && IsLink(under))
                return Directory.Exists(place) ? Refused(kata, "katas is a link; hand the folder itself in") : null;
            if (IsLink(place))
                return Refused(kata, $"{shown} is a link; hand the folder itself in");
            if (Directory.Exists(place))
                return WithoutWrongCase(SourceReader.Read(student, kata, place), place);
            if (File.Exists(place))
                return Refused(kata, $"{shown} is no folder; make it one, with {kata.Files[0]} in it");
        }

        return InWrongCase(under, kata) ?? InWrongCase(folder, kata);
    }

    /// <summary>A folder with the kata's file in it, and a name that is the kata's but for its case. Told, rather than guessed, as with files.</summary>
    private Submission? InWrongCase(string place, Kata kata)
    {
        if (!Directory.Exists(place) || IsLink(place))
            return null;
        var other = Names(place).FirstOrDefault(name => string.Equals(name, kata.Id, StringComparison.OrdinalIgnoreCase)
            && File.Exists(Path.Combine(place, name, kata.Files[0])));
        return other is null ? null : Refused(kata, $"was not handed in, but a folder {EntryName.Shown(other)} was; upper and lower case count, so rename it to {kata.Id}");
    }

    /// <summary>What the instructor should know about the folder.</summary>
    public IEnumerable<string> Notes()
    {
        if (EntryName.Problem(Path.GetFileName(folder)) is { } problem)
            yield return problem;
        List<string> names;
        try
        {
            names = [.. Names(folder), .. Directory.Exists(Path.Combine(folder, "katas")) && !IsLink(Path.Combine(folder, "katas")) ? Names(Path.Combine(folder, "katas")) : []];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            names = [];
        }

        foreach (var archive in names.Where(IsArchive).Take(3))
            yield return $"{EntryName.Shown(archive)} is an archive, and archives are not unpacked; hand in what is in it";
    }

    private Submission Refused(Kata kata, string problem) => new(student, kata, [], new Finding(kata.Files[0], 0, problem));

    /// <summary>On some systems a name of another case is the same file, on others it is none: tell, rather than guess.</summary>
    private static Submission WithoutWrongCase(Submission submission, string place)
    {
        if (submission.Problem is not { NotThere: true } problem)
            return submission;
        var other = Names(place).FirstOrDefault(name => string.Equals(name, problem.File, StringComparison.OrdinalIgnoreCase));
        return other is null ? submission : submission with
        {
            Problem = new Finding(problem.File, 0, $"was not handed in, but {EntryName.Shown(other)} was; upper and lower case count, so rename it"),
        };
    }

    private static IEnumerable<string> Names(string path) =>
        Directory.EnumerateFileSystemEntries(path).Take(MostEntries).Select(entry => Path.GetFileName(entry)!);
}
