using System.Reflection;
using Grader.Configuration;

namespace Grader.Authoring;

/// <summary>
/// The files of a new kata: a small kata that works (stub, tests, suite, one answer of each kind), for the author to replace part
/// by part. Projects find their files by pattern, so nothing else in the repository has to name them.
/// </summary>
/// <param name="Slug">The folder's name: lost-update.</param>
/// <param name="Title">The name for people.</param>
internal sealed record Anatomy(string Slug, string Title)
{
    /// <summary>Stands before each note that tells the author what belongs there; a kata is not done while one is left.</summary>
    public const string Mark = "AUTHOR:";

    /// <summary>Where each file goes, and its template among the embedded ones.</summary>
    private static readonly (string Path, string Template)[] Layout =
    [
        ("katas/$slug$/README.md", "README.md"),
        ("katas/$slug$/$name$.cs", "Stub.cs"),
        ("katas/$slug$/$name$Tests.cs", "VisibleTests.cs"),
        ("katas/$slug$/$name$.csproj", "Project.csproj"),
        ("solutions/$slug$/$name$.cs", "Reference.cs"),
        ("solutions/$slug$/$name$.csproj", "Project.csproj"),
        ("solutions/$slug$/alternatives/one-atomic-operation.cs", "Alternative.cs"),
        ("solutions/$slug$/faults/reads-without-the-lock.cs", "Fault.cs"),
        ("tests/Suites/$slug$/$name$Suite.cs", "Suite.cs"),
        ("tests/Suites/$slug$/Wording.cs", "Wording.cs"),
        ("tests/Suites/$slug$/$name$.Suite.csproj", "Project.csproj"),
        ("tests/SampleClass/$slug$.csv", "SampleClass.csv"),
    ];

    /// <summary>lost-update is LostUpdate in code.</summary>
    public string Name { get; } = string.Concat(Slug.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>The projects that the solution is to have.</summary>
    public IReadOnlyList<string> Projects => [$"solutions/{Slug}/{Name}.csproj", $"tests/Suites/{Slug}/{Name}.Suite.csproj"];

    /// <summary>Path, relative to the repository, and text.</summary>
    public IEnumerable<(string Path, string Text)> Files() => Layout.Select(file => (Filled(file.Path), Filled(Template(file.Template))));

    /// <summary>The text of grading.json with the kata's entry in it, after the last.</summary>
    public string Entered(string grading)
    {
        var entry = Filled(Template("Entry.json"));
        var end = grading.LastIndexOf("\n  ]", StringComparison.Ordinal);
        if (end < 0)
            throw new WrongUseException($"{Grading.FileName} does not end its list of katas with a line \"  ]\"; write the entry by hand:\n{entry}");
        var comma = grading[..end].TrimEnd().EndsWith('}') ? "," : "";
        return grading.Insert(end + 1, entry).Insert(end, comma);
    }

    private string Filled(string text) => text
        .Replace("$slug$", Slug, StringComparison.Ordinal)
        .Replace("$name$", Name, StringComparison.Ordinal)
        .Replace("$title$", Title, StringComparison.Ordinal);

    private static string Template(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Authoring/{name}.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
