using System.Text.RegularExpressions;

namespace Grader.Tests;

/// <summary>Holds what the architecture page says; which folder uses which is held by <see cref="LayerTests"/>.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Code = Path.Combine(Repository.Root, "grader");

    [Test]
    public void No_file_is_longer_than_300_lines() =>
        Sources(Code).Where(path => File.ReadLines(path).Count() > 300).Select(Name).ShouldBeEmpty();

    [Test]
    public void Every_class_is_sealed_static_or_derived_from()
    {
        var all = string.Join('\n', Sources(Code).Select(File.ReadAllText));
        OpenClass().Matches(all).Select(match => match.Groups["name"].Value)
            .Where(name => !Regex.IsMatch(all, $@"class \w+(<\w+>)?(\([^)]*\))? : {name}\b"))
            .ShouldBeEmpty();
    }

    [Test]
    public void Dependencies_point_one_way_between_the_projects()
    {
        Uses("Judge", ["Grader"]).ShouldBeEmpty();
        Uses("Interleaving.NUnit", ["Grader", "Judge"]).ShouldBeEmpty();
        Uses("Interleaving", ["Grader", "Judge", "Interleaving.NUnit", "NUnit"]).ShouldBeEmpty();
    }

    [TestCase("Scoring")]
    [TestCase("Measuring")]
    public void Scoring_and_measuring_are_pure(string stage) =>
        Sources(Path.Combine(Code, "Grader", stage))
            .Where(path => Impure().IsMatch(File.ReadAllText(path))).Select(Name).ShouldBeEmpty();

    [Test]
    public void Reporting_touches_the_disk_in_one_place() =>
        Sources(Path.Combine(Code, "Grader", "Reporting"))
            .Where(path => Impure().IsMatch(File.ReadAllText(path))).Select(Path.GetFileName).ShouldBe(["ReportFolder.cs"]);

    private static List<string> Uses(string folder, IEnumerable<string> namespaces) =>
    [
        .. from path in Sources(Path.Combine(Code, folder))
           let text = File.ReadAllText(path)
           from used in namespaces
           where Regex.IsMatch(text, $@"^\s*(global )?using (static )?{Regex.Escape(used)}(\.|;)", RegexOptions.Multiline)
           select $"{Name(path)} uses {used}",
    ];

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string Name(string path) => Path.GetFileName(path);

    [GeneratedRegex(@"^\s*(public|internal) (partial |unsafe |readonly )*(class|record(?! struct)) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex OpenClass();

    [GeneratedRegex(@"\b(File|Directory|Console|Environment)\.\w|\bDateTime(Offset)?\.(Utc)?Now|\bStopwatch\b|\bProcess\.")]
    private static partial Regex Impure();
}
