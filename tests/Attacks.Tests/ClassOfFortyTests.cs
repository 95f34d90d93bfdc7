using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Grader.Commands;
using Grader.Judging.Sandboxes;

namespace Attacks.Tests;

/// <summary>
/// A class of forty with ten attackers in it, graded by the command, against the same class without them: what the thirty
/// others get is the same, byte for byte.
/// </summary>
[TestFixture, Platform(Exclude = "Win", Reason = "no bash, and no FIFO")]
public sealed partial class ClassOfFortyTests
{
    private const int Honest = 30;

    /// <summary>One or two of each group, and of those that get as far as the judge all that can go wrong there.</summary>
    private static readonly string[] Attackers =
    [
        "build/own-suite.cs", "compiler/nested-interpolations.cs", "escape/shell.cs", "exhaust/heap.cs", "exhaust/threads.cs",
        "forge/trace-that-throws.cs", "hang/regex.cs", "intake/pipe.sh", "report/closing-the-data.cs", "steal/hidden-suite.cs",
    ];

    private readonly string desk = Directory.CreateTempSubdirectory("grader-").FullName;

    [OneTimeTearDown]
    public void Clean() => Directory.Delete(desk, recursive: true);

    [Test]
    public async Task The_others_get_what_they_get_without_the_attackers()
    {
        await File.WriteAllTextAsync(Path.Combine(desk, "grading.json"), Grading());
        AddHonest("without");
        AddHonest("with");
        foreach (var (attacker, number) in Attackers.Select((attacker, i) => (attacker, (i * 3) + 1)))
            await AddAttackerAsync(attacker, $"student-{number:00}-mallory");

        var without = await GradeAsync("without");
        var with = await GradeAsync("with");

        without.Count.ShouldBe(Honest);
        with.Count.ShouldBe(Honest + Attackers.Length);
        foreach (var (student, report) in without)
            with[student].ShouldBe(report);

        // Neither all right nor all wrong, or it would not be much of a comparison.
        without.Values.Count(report => report.Contains("\"verdict\": \"Accepted\"", StringComparison.Ordinal)).ShouldBeInRange(5, Honest - 1);
        with.Where(entry => entry.Key.EndsWith("-mallory", StringComparison.Ordinal)).ShouldAllBe(entry => Score().Match(entry.Value).Value == "\"score\": 0,");
        Rows("with").Where(row => !row.Contains("mallory", StringComparison.Ordinal)).ShouldBe(Rows("without"));
    }

    private string[] Rows(string folder) => File.ReadAllLines(Path.Combine(desk, "out-" + folder, "scores.csv"));

    private async Task<Dictionary<string, string>> GradeAsync(string folder)
    {
        using var output = new StringWriter();
        var command = new CommandLine(new Terminal(output, output, Interactive: false, desk), new SandboxedJudges(TimeProvider.System));
        var status = await command.RunAsync(["grade", folder, "--schedules", "20", "--jobs", "2", "--out", "out-" + folder, "--unsafe"]);
        status.ShouldBe(0, output.ToString());
        using var report = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(desk, "out-" + folder, "report.json")));
        return report.RootElement.GetProperty("submissions").EnumerateArray()
            .ToDictionary(one => one.GetProperty("id").GetString()!, one => Seconds().Replace(one.GetRawText(), ""));
    }

    private void AddHonest(string folder)
    {
        var solutions = Path.Combine(Path.GetDirectoryName(Attack.Folder)!, "..", "solutions", "lost-update");
        var answers = Directory.GetFiles(solutions, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < Honest; i++)
            File.Copy(answers[i % answers.Count], FileOf(folder, $"student-{i:00}"));
    }

    private async Task AddAttackerAsync(string attacker, string student)
    {
        var path = Path.Combine(Attack.Folder, attacker);
        if (attacker.EndsWith(".cs", StringComparison.Ordinal))
        {
            await File.WriteAllTextAsync(FileOf("with", student), Attack.Whole(await File.ReadAllTextAsync(path)));
            return;
        }

        using var script = Process.Start("bash", [path, Path.Combine(desk, "with", student)]);
        await script.WaitForExitAsync();
        script.ExitCode.ShouldBe(0);
    }

    private string FileOf(string folder, string student) => Path.Combine(
        Directory.CreateDirectory(Path.Combine(desk, folder, student, "lost-update")).FullName, "LostUpdate.cs");

    /// <summary>One kata, and limits that only what never ends comes near.</summary>
    private static string Grading()
    {
        var grading = JsonNode.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(Attack.Folder)!, "..", "grading.json")))!;
        grading["limits"]!["cpuSeconds"] = 4;
        grading["limits"]!["wallSeconds"] = 8;
        grading["limits"]!["memoryMegabytes"] = 128;
        grading["limits"]!["threads"] = 64;
        grading["katas"] = new JsonArray(grading["katas"]!.AsArray().Single(kata => (string?)kata!["id"] == "lost-update")!.DeepClone());
        return grading.ToJsonString();
    }

    [GeneratedRegex("\"seconds\": [0-9.E-]+")]
    private static partial Regex Seconds();

    [GeneratedRegex("\"score\": [^,]+,")]
    private static partial Regex Score();
}
