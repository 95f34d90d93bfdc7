using Grader.Configuration;

namespace Grader.Exporting;

/// <summary>
/// What a student gets, named file by file or by folder and kind: whatever is not named here stays behind. The hidden suites,
/// the solutions and grading.json are not named.
/// </summary>
internal static class StudentTemplate
{
    /// <summary>The files that only the template has (its README, workflow, editor settings), laid out as they go out.</summary>
    public const string OwnFiles = "grader/Grader/Exporting/Template";

    /// <summary>In a bundle, the folder of the template without the engine.</summary>
    public const string InBundle = "template";

    /// <summary>The solution, for editors that open one.</summary>
    public const string Solution = "ConcurrencyKatas.slnx";

    private static readonly string[] Root = [".editorconfig", ".gitattributes", ".gitignore", "Directory.Packages.props", "global.json", "LICENSE"];
    private static readonly string[] Engine = ["grader/Interleaving", "grader/Interleaving.NUnit"];
    // Its pages are for those who work on it: they speak of tests and figures that stay behind.
    private static readonly string[] EngineKinds = [".cs", ".csproj"];
    private static readonly string[] BuildFolders = ["bin", "obj"];

    /// <summary>Each file: where it is in the repository, and where it goes, both relative and with forward slashes; in ordinal order.</summary>
    /// <param name="repository">The folder of grading.json.</param>
    /// <param name="katas">What is handed out.</param>
    /// <exception cref="WrongUseException">A file that belongs to the template is missing: this is not the whole repository.</exception>
    public static IReadOnlyList<(string From, string To)> Files(string repository, IReadOnlyList<Kata> katas)
    {
        var files = new List<(string From, string To)>();
        foreach (var name in Root)
            files.Add((name, name));
        files.AddRange(Below(repository, ".github/actions/grade").Select(name => (name, name)));
        files.Add(("katas/README.md", "katas/README.md"));
        files.Add(("katas/debugging.md", "katas/debugging.md"));
        files.Add(("katas/Directory.Build.props", "katas/Directory.Build.props"));
        files.Add(("grader/Directory.Build.props", "grader/Directory.Build.props"));
        foreach (var kata in katas)
            files.AddRange(Of(kata).Select(name => ($"katas/{kata.Id}/{name}", $"katas/{kata.Id}/{name}")));
        foreach (var folder in Engine)
            files.AddRange(Below(repository, folder).Where(IsEngine).Select(name => (name, name)));
        files.AddRange(Below(repository, OwnFiles).Select(name => (name, name[(OwnFiles.Length + 1)..])));
        return files.Find(file => !File.Exists(Path.Combine(repository, file.From))) is { From: { } missing }
            ? throw new WrongUseException($"{missing} is missing in {repository}; export from a clone of the whole repository")
            : [.. files.OrderBy(file => file.To, StringComparer.Ordinal)];
    }

    /// <summary>Writes the files, and a solution that names the projects among them.</summary>
    /// <param name="repository">The folder of grading.json.</param>
    /// <param name="katas">What is handed out.</param>
    /// <param name="target">Where they go.</param>
    /// <param name="isWanted">Which, by where they go.</param>
    /// <returns>How many were written.</returns>
    /// <exception cref="WrongUseException">A file that belongs to the template is missing.</exception>
    public static int Write(string repository, IReadOnlyList<Kata> katas, string target, Func<string, bool> isWanted)
    {
        var files = Files(repository, katas).Where(file => isWanted(file.To)).ToList();
        foreach (var (from, to) in files)
        {
            var path = Path.Combine(target, to);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (Path.GetExtension(to) == ".md")
                File.WriteAllText(path, WithoutNotes(File.ReadAllText(Path.Combine(repository, from))));
            else
                File.Copy(Path.Combine(repository, from), path);
        }

        File.WriteAllText(Path.Combine(target, Solution), SolutionOf(files.Select(file => file.To)));
        return files.Count + 1;
    }

    /// <summary>The template's files, to be compared with: their paths in the template, and where they lie; empty where there is no template.</summary>
    public static IReadOnlyDictionary<string, string> Originals(string root, IReadOnlyList<Kata> katas)
    {
        var packed = Below(root, InBundle).ToDictionary(name => name[(InBundle.Length + 1)..], name => Path.Combine(root, name));
        return packed.Count > 0 ? packed
            : Directory.Exists(Path.Combine(root, OwnFiles)) ? Files(root, katas).ToDictionary(file => file.To, file => Path.Combine(root, file.From))
            : packed;
    }

    /// <summary>The kata's files that everybody may see; the first of them is the README.</summary>
    private static IEnumerable<string> Of(Kata kata) =>
        ["README.md", .. kata.Files, $"{kata.Name}Tests.cs", $"{kata.Name}.csproj"];

    /// <summary>A comment on a line of its own says which program keeps the page, and that stays behind.</summary>
    private static string WithoutNotes(string page) =>
        string.Join('\n', page.Split('\n').Where(line => !(line.StartsWith("<!--", StringComparison.Ordinal) && line.TrimEnd().EndsWith("-->", StringComparison.Ordinal))));

    /// <summary>The format of .NET 10's <c>dotnet new sln</c>.</summary>
    private static string SolutionOf(IEnumerable<string> names) =>
        "<Solution>\n"
        + string.Concat(names.Where(name => Path.GetExtension(name) == ".csproj").GroupBy(name => name.Split('/')[0]).Select(folder =>
            $"  <Folder Name=\"/{folder.Key}/\">\n{string.Concat(folder.Select(name => $"    <Project Path=\"{name}\" />\n"))}  </Folder>\n"))
        + "</Solution>\n";

    private static bool IsEngine(string name) =>
        EngineKinds.Contains(Path.GetExtension(name)) && !name.Split('/').Any(BuildFolders.Contains);

    private static IEnumerable<string> Below(string repository, string folder)
    {
        var root = Path.Combine(repository, folder);
        return Directory.Exists(root)
            ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Select(file => $"{folder}/{Path.GetRelativePath(root, file).Replace('\\', '/')}")
            : [];
    }
}
