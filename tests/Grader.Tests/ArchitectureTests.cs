using System.Text.RegularExpressions;

namespace Grader.Tests;

/// <summary>Holds what the architecture page says.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Code = Path.Combine(Repository.Root, "grader");

    /// <summary>Stages work on records alone; what joins them is above.</summary>
    private static readonly string[] Stages = ["Intake", "Compiling", "Policies", "Weaving", "Judging", "Measuring", "Profiling", "Scoring", "Reporting"];

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

    [TestCaseSource(nameof(Stages))]
    public void A_stage_never_uses_another_stage(string stage)
    {
        // Scoring reads what the judge said, and reporting what scores are: those are records.
        string[] records = stage switch { "Scoring" => ["Judging"], "Reporting" => ["Scoring"], _ => [] };
        var others = Stages.Except([stage, .. records]).Concat(["Preparing", "Commands", "Checking", "Authoring"]);
        Uses($"Grader/{stage}", others.Select(other => $"Grader.{other}")).ShouldBeEmpty();
    }

    [Test]
    public void Verdicts_records_and_configuration_know_nothing_above_them()
    {
        string[] above = [.. Stages.Append("Preparing").Append("Commands").Append("Checking").Select(stage => $"Grader.{stage}")];
        Uses("Grader/Verdicts", [.. above, "Grader.Records", "Grader.Configuration"]).ShouldBeEmpty();
        Uses("Grader/Records", above).ShouldBeEmpty();
        Uses("Grader/Configuration", [.. above, "Grader.Records"]).ShouldBeEmpty();
    }

    /// <summary>It joins the stages up to a submission that can run; what that is worth is not its business.</summary>
    [Test]
    public void Preparing_knows_nothing_of_points_and_reports() =>
        Uses("Grader/Preparing", ["Grader.Scoring", "Grader.Measuring", "Grader.Reporting", "Grader.Commands", "Grader.Checking"]).ShouldBeEmpty();

    [Test]
    public void Starting_and_framing_know_nothing_of_what_is_started() =>
        Uses("Grader/Processes", [.. Stages.Append("Preparing").Append("Records").Append("Commands").Select(folder => $"Grader.{folder}")]).ShouldBeEmpty();

    [Test]
    public void The_pipeline_knows_no_command() => Uses("Grader", ["Grader.Commands"], deep: false).ShouldBe(["Program.cs uses Grader.Commands"]);

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

    private static List<string> Uses(string folder, IEnumerable<string> namespaces, bool deep = true) =>
    [
        .. from path in Sources(Path.Combine(Code, folder), deep)
           let text = File.ReadAllText(path)
           from used in namespaces
           where Regex.IsMatch(text, $@"^\s*(global )?using (static )?{Regex.Escape(used)}(\.|;)", RegexOptions.Multiline)
           select $"{Name(path)} uses {used}",
    ];

    private static IEnumerable<string> Sources(string folder, bool deep = true) =>
        Directory.EnumerateFiles(folder, "*.cs", deep ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string Name(string path) => Path.GetFileName(path);

    [GeneratedRegex(@"^\s*(public|internal) (partial |unsafe |readonly )*(class|record(?! struct)) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex OpenClass();

    [GeneratedRegex(@"\b(File|Directory|Console|Environment)\.\w|\bDateTime(Offset)?\.(Utc)?Now|\bStopwatch\b|\bProcess\.")]
    private static partial Regex Impure();
}
