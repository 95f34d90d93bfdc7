using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Grader.Judging.Sandboxes;

namespace Grader.Tests;

/// <summary>
/// Grades a class of attackers from tests/Attacks with one honest student among them, through the whole pipeline, with the
/// real judge and every report. The groups here are those that the layers before the judge, and the reports, must stop.
/// </summary>
[NonParallelizable]
public sealed partial class AttackTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Attacks");

    private static readonly string[] Formats =
        ["html", "csv", "markdown", "annotations", "junit", "ctrf", "sarif"];

    /// <summary>Who notices (an earlier run, say) is right in all else, and fails on purpose: Accepted is nothing noticed.</summary>
    private static readonly string[] Groups = ["compiler", "build", "intake", "notice", "report"];

    private readonly Desk desk = new();
    private JsonElement report;

    private static IEnumerable<TestCaseData> Attacks =>
        from path in Files() select new TestCaseData(path).SetArgDisplayNames(Student(path));

    [OneTimeSetUp]
    public async Task Grade()
    {
        desk.Write("class/honest/lost-update/LostUpdate.cs", Desk.Reference);
        foreach (var path in Files())
            Add(path);
        string[] formats = [.. Formats.SelectMany(format => new[] { "--format", format })];
        (await desk.RunAsync(Judge(), ["grade", "class", "--schedules", "20", "--out", desk.Path("out"), "--unsafe", .. formats])).ShouldBe(0, desk.Error);
        report = JsonDocument.Parse(desk.Read("out", "report.json")).RootElement;
    }

    [OneTimeTearDown]
    public void Clean() => desk.Dispose();

    [TestCaseSource(nameof(Attacks))]
    public void An_attack_gets_its_verdict_and_no_points(string path)
    {
        var expected = Head(path, "Verdict");
        var kata = Of(Student(path)).GetProperty("katas")[0];
        kata.GetProperty("verdict").GetString().ShouldBe(expected, kata.ToString());
        kata.GetProperty("score").GetDouble().ShouldBe(expected == "Accepted" ? 10 : 0);
        Head(path, "Attack").ShouldNotBeEmpty();
        Head(path, "Layer").ShouldNotBeEmpty();
    }

    [Test]
    public async Task The_honest_student_gets_what_they_get_alone()
    {
        using var alone = new Desk().Write("honest/lost-update/LostUpdate.cs", Desk.Reference);
        (await alone.RunAsync(Judge(), "grade", "honest", "--schedules", "20", "--out", alone.Path("out"), "--unsafe")).ShouldBe(0);
        Timeless(JsonDocument.Parse(alone.Read("out", "report.json")).RootElement.GetProperty("submissions")[0])
            .ShouldBe(Timeless(Of("honest")));
    }

    [TestCaseSource(nameof(Groups))]
    public void There_are_ten_attacks_and_more_of_each_group(string group) =>
        Directory.GetFiles(Path.Combine(Folder, group)).Length.ShouldBeGreaterThanOrEqualTo(10);

    [Test]
    public void Every_report_is_still_what_its_readers_take_it_for()
    {
        foreach (var file in Directory.GetFiles(desk.Path("out"), "*", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            text.Length.ShouldBeLessThan(4 << 20, file);
            if (Path.GetExtension(file) is ".json" or ".sarif")
                Should.NotThrow(() => JsonDocument.Parse(text).Dispose(), file);
            if (Path.GetExtension(file) == ".xml")
                Should.NotThrow(() => XDocument.Parse(text), file);
            if (Path.GetExtension(file) == ".csv")
                Regex.IsMatch(text, "(^|,)\"?[=+@\t\r]", RegexOptions.Multiline).ShouldBeFalse(file);
            // Markdown keeps such words in blocks of code, out of which EncoderTests find no way.
            if (Path.GetExtension(file) is ".html" or ".xml")
                Regex.IsMatch(text, "<(img src=x|svg/onload|script>document|details open)", RegexOptions.IgnoreCase).ShouldBeFalse(file);

            // In JSON a reader sees the character itself, and encodes it for where it shows it.
            if (Path.GetExtension(file) is not (".json" or ".jsonl" or ".sarif"))
                Hidden().Match(text).Value.ShouldBeEmpty(file);
        }
    }

    [Test]
    public void Annotations_are_the_graders_own_commands_alone() =>
        desk.Read("out", "annotations.txt").TrimEnd('\n').Split('\n')
            .All(line => Regex.IsMatch(line, "^::(error|warning|notice) ") && !line.Contains("##[")).ShouldBeTrue();

    [Test]
    public void The_terminal_is_told_nothing_that_it_would_obey() => Hidden().Match(desk.Out).Value.ShouldBeEmpty();

    /// <summary>In a sandbox where the machine has one; what is attacked here stands before it, and the reports get all that could be told.</summary>
    private static RevealingJudges Judge() => new(new SandboxedJudges(TimeProvider.System));

    private void Add(string path)
    {
        if (path.EndsWith(".cs"))
        {
            desk.Write($"class/{Student(path)}/lost-update/LostUpdate.cs", File.ReadAllText(path));
            return;
        }

        using var script = Process.Start("bash", [path, desk.Path("class", Student(path))]);
        script.WaitForExit();
        script.ExitCode.ShouldBe(0, path);
    }

    /// <summary>Scripts make what no repository can hold; Windows has no bash, and no such entries either.</summary>
    private static IEnumerable<string> Files() =>
        Groups.SelectMany(group => Directory.GetFiles(Path.Combine(Folder, group)))
            .Where(path => path.EndsWith(".cs") || (path.EndsWith(".sh") && !OperatingSystem.IsWindows())).Order(StringComparer.Ordinal);

    private static string Student(string path) => $"{Path.GetFileName(Path.GetDirectoryName(path))}-{Path.GetFileNameWithoutExtension(path)}";

    private static string Head(string path, string key) =>
        File.ReadLines(path).Take(5).Select(line => Regex.Match(line, $"^(//|#) {key}: (.+)$")).FirstOrDefault(match => match.Success)?.Groups[2].Value ?? "";

    private JsonElement Of(string student) =>
        report.GetProperty("submissions").EnumerateArray().Single(submission => submission.GetProperty("id").GetString() == student);

    private static string Timeless(JsonElement submission) => Seconds().Replace(submission.GetRawText(), "");

    [GeneratedRegex(@"[\p{Cc}\p{Cf}\p{Cs}-[\n\r\t]]")]
    private static partial Regex Hidden();

    [GeneratedRegex("\"seconds\": [0-9.E-]+")]
    private static partial Regex Seconds();
}
