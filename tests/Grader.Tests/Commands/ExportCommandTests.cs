using System.Text.RegularExpressions;
using System.Xml.Linq;
using Grader.Commands;

namespace Grader.Tests.Commands;

public sealed partial class ExportCommandTests
{
    // Programs alone: project files of all kinds look alike.
    private static readonly string[] Hidden = ["solutions", "tests/Suites"];
    // In code a string that looks like a path is none.
    private static readonly string[] Code = [".cs", ".csproj"];
    private static readonly string[] Public = ["katas", "grader/Interleaving", "grader/Interleaving.NUnit"];

    private string target = null!;

    [OneTimeSetUp]
    public async Task Export()
    {
        target = Path.Combine(Directory.CreateTempSubdirectory("export-").FullName, "template");
        var (status, text) = await RunAsync(target);
        status.ShouldBe(0, text);
    }

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(Path.GetDirectoryName(target)!, recursive: true);

    [Test]
    public void Has_for_each_kata_what_a_student_needs()
    {
        foreach (var kata in Directory.GetDirectories(Path.Combine(Repository.Root, "katas")).Select(Path.GetFileName))
        {
            var files = Directory.GetFiles(Path.Combine(target, "katas", kata!)).Select(path => Path.GetFileName(path)!).ToList();
            files.ShouldContain("README.md");
            files.Count(name => name.EndsWith("Tests.cs", StringComparison.Ordinal)).ShouldBe(1);
            files.Count(name => name.EndsWith(".csproj", StringComparison.Ordinal)).ShouldBe(1);
            files.Count.ShouldBeGreaterThanOrEqualTo(4);
        }

        foreach (var name in (string[])[".github/workflows/grade.yml", ".github/actions/grade/action.yml", ".devcontainer/devcontainer.json", ".vscode/tasks.json", "README.md", "LICENSE"])
            File.Exists(Path.Combine(target, name)).ShouldBeTrue(name);
    }

    [Test]
    public void Has_no_folder_that_hides_something() =>
        Directory.GetFileSystemEntries(target).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(
            [".devcontainer", ".editorconfig", ".gitattributes", ".github", ".gitignore", ".vscode", "ConcurrencyKatas.slnx", "Directory.Build.props",
             "Directory.Packages.props", "LICENSE", "README.md", "global.json", "grader", "katas"]);

    [Test]
    public void Has_no_line_of_a_suite_a_solution_or_a_fault()
    {
        // Lines of the stubs and of the engine occur in answers too; those are no secret.
        var secret = Public.Aggregate(
            Hidden.SelectMany(folder => Lines(Path.Combine(Repository.Root, folder), "*.cs")).Select(line => line.Text).ToHashSet(StringComparer.Ordinal),
            (lines, folder) =>
            {
                lines.ExceptWith(Lines(Path.Combine(Repository.Root, folder)).Select(line => line.Text));
                return lines;
            });
        secret.Count.ShouldBeGreaterThan(1_000);
        Lines(target).Where(line => secret.Contains(line.Text)).ShouldBeEmpty();
    }

    [Test]
    public void The_solution_has_every_project()
    {
        var solution = XDocument.Load(Path.Combine(target, "ConcurrencyKatas.slnx"));
        solution.Descendants("Project").Select(project => (string)project.Attribute("Path")!).Order(StringComparer.Ordinal).ShouldBe(
            Directory.EnumerateFiles(target, "*.csproj", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(target, path).Replace('\\', '/')).Order(StringComparer.Ordinal));
    }

    [Test]
    public void Pages_and_settings_name_no_file_that_stays_behind()
    {
        foreach (var page in Directory.EnumerateFiles(target, "*", SearchOption.AllDirectories).Where(path => !Code.Contains(Path.GetExtension(path))))
        {
            var text = File.ReadAllText(page);
            var links = Link().Matches(text).Select(link => Path.Combine(Path.GetDirectoryName(page)!, link.Groups[1].Value));
            var names = OwnName().Matches(text).Select(name => Path.Combine(target, name.Value.TrimEnd('.')));
            links.Concat(names).Where(path => !Path.Exists(path)).Select(path => $"{Path.GetRelativePath(target, page)} names {Path.GetRelativePath(target, path)}")
                .ShouldBeEmpty();
        }
    }

    [Test]
    public async Task Nothing_of_yours_is_overwritten()
    {
        var (status, text) = await RunAsync(target);
        status.ShouldBe(2);
        text.ShouldContain("is not empty; name a new folder");
    }

    /// <summary>A link of Markdown to a file, without what stands behind the #.</summary>
    [GeneratedRegex(@"(?<=\])\((?![a-z]+:|#)([^)#\s]+)[^)]*\)")]
    private static partial Regex Link();

    /// <summary>Words that are paths of the repository.</summary>
    [GeneratedRegex(@"(?<![\w/.$-])(?:(?:tests|solutions|grader|\.ci|katas)/[\w./-]*\w|ConcurrencyKatas\.slnx?\b)")]
    private static partial Regex OwnName();

    private static async Task<(int Status, string Text)> RunAsync(string folder)
    {
        using var text = new StringWriter();
        var status = await new CommandLine(new Terminal(text, text, Interactive: false, Repository.Root), new FixedJudges(FakeJudge.Lenient())).RunAsync(["export", folder]);
        return (status, text.ToString());
    }

    /// <summary>Every line that is long enough to mean something, whatever the file is.</summary>
    private static IEnumerable<(string File, string Text)> Lines(string folder, string kind = "*") =>
        from file in Directory.EnumerateFiles(folder, kind, SearchOption.AllDirectories)
        from line in File.ReadLines(file)
        let text = line.Trim()
        where text.Length >= 25
        select (file, text);
}
