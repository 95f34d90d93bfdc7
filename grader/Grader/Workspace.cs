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
    public const string FileName = "grading.json";

    /// <summary>grading.json from <paramref name="folder"/> upward, else beside the tool.</summary>
    /// <exception cref="WrongUseException">There is none, or it is invalid.</exception>
    public static Workspace Find(string folder)
    {
        var tool = AppContext.BaseDirectory;
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, FileName)))
                return In(at.FullName, tool);
        }

        return File.Exists(Path.Combine(tool, FileName))
            ? In(tool, tool)
            : throw new WrongUseException(
                $"there is no {FileName} in {folder} or above it, nor beside the grader; run it inside the repository of the katas");
    }

    /// <exception cref="WrongUseException">No kata has this id.</exception>
    public Kata Kata(string id) =>
        Grading.Katas.FirstOrDefault(kata => kata.Id == id)
        ?? throw new WrongUseException(
            $"there is no kata '{id}'; the katas are {string.Join(", ", Grading.Katas.Select(kata => kata.Id))}");

    private static Workspace In(string root, string tool) => new(
        root,
        new SuiteFiles(Path.Combine(tool, "suites"), Environment.GetEnvironmentVariable(SealedSuites.KeyVariable)),
        Path.Combine(tool, "references"),
        GradingReader.Read(Path.Combine(root, FileName)));
}
