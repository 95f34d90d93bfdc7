using Grader.Configuration;
using Grader.Weaving;

namespace Grader;

/// <summary>Where the grader finds what it grades with.</summary>
/// <param name="Root">The folder of grading.json; it has katas/ and solutions/ in the repository.</param>
/// <param name="Suites">The hidden suites, built beforehand.</param>
/// <param name="References">The folder of the reference assemblies that submissions are compiled against.</param>
/// <param name="Grading">What grading.json says.</param>
internal sealed record Workspace(string Root, SuiteFiles Suites, string References, Grading Grading)
{
    /// <summary>grading.json from <paramref name="folder"/> upward, else from the tool upward: a bundle has it beside, a clone above.</summary>
    /// <param name="folder">Where the person is.</param>
    /// <param name="home">Where the tool is.</param>
    /// <exception cref="WrongUseException">There is none, or it is invalid.</exception>
    public static Workspace Find(string folder, string? home = null) =>
        (Above(folder) ?? Above(home ?? AppContext.BaseDirectory)) is { } root
            ? In(root, AppContext.BaseDirectory)
            : throw new WrongUseException(
                $"there is no {Grading.FileName} in {folder} or above it, nor beside the grader; run it inside the repository of the katas");

    /// <exception cref="WrongUseException">No kata has this id.</exception>
    public Kata Kata(string id) =>
        Grading.Katas.FirstOrDefault(kata => kata.Id == id)
        ?? throw new WrongUseException(
            $"there is no kata '{id}'; "
            + Suggestion.Said(id, Grading.Katas.Select(kata => kata.Id), $"the katas are {string.Join(", ", Grading.Katas.Select(kata => kata.Id))}"));

    private static string? Above(string folder)
    {
        var at = new DirectoryInfo(folder);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, Grading.FileName)))
            at = at.Parent;
        return at?.FullName;
    }

    private static Workspace In(string root, string tool) => new(
        root,
        new SuiteFiles(Path.Combine(tool, "suites"), Environment.GetEnvironmentVariable(SealedSuites.KeyVariable)),
        Path.Combine(tool, "references"),
        GradingReader.Read(Path.Combine(root, Grading.FileName)));
}
