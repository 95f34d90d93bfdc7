using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Field;

/// <summary>Answers and attacks: each is a student of a class of its own kata, graded by the command.</summary>
internal sealed partial class Submissions(string root, Checks checks)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    public async Task AnswersAsync(IReadOnlyList<CaseFile> answers)
    {
        foreach (var group in answers.GroupBy(answer => Folder(answer, 2)))
        {
            foreach (var (answer, grade) in await GradeAsync(group.Key, [.. group]))
            {
                var right = Folder(answer, 1) == "right";
                checks.Add(
                    right ? grade.Verdict == "Accepted" && grade.Score >= grade.MaxScore : grade.Verdict is not ("Accepted" or "JudgeError" or "Inconclusive"),
                    $"{group.Key} {Folder(answer, 1)} {answer.Name}, {grade.Points}",
                    grade.Told);
            }
        }
    }

    public async Task AttacksAsync(IReadOnlyList<CaseFile> attacks)
    {
        foreach (var group in attacks.GroupBy(attack => attack.Value("kata") ?? "lost-update"))
        {
            foreach (var (attack, grade) in await GradeAsync(group.Key, [.. group]))
            {
                var expected = Expected().Match(attack.Value("expected") ?? "");
                var most = double.Parse(expected.Groups["points"].Value, CultureInfo.InvariantCulture);
                var silent = attack.Values("must not say").All(told => !Regex.IsMatch(grade.Text, told));
                checks.Add(
                    expected.Groups["verdicts"].Value.Split('|').Contains(grade.Verdict) && grade.Score <= most && silent,
                    $"{attack.Name}, {grade.Points}",
                    (silent ? "" : "says what it must not; ") + $"expected {expected.Value}, but {grade.Told}");
            }
        }
    }

    private async Task<IReadOnlyList<(CaseFile, Grade)>> GradeAsync(string kata, IReadOnlyList<CaseFile> cases)
    {
        var desk = Path.Combine(root, "artifacts", "field", kata);
        if (Directory.Exists(desk))
            Directory.Delete(desk, recursive: true);
        foreach (var one in cases)
        {
            var place = Directory.CreateDirectory(Path.Combine(desk, "class", Student(one), kata));
            File.Copy(one.Path, Path.Combine(place.FullName, Path.GetFileName(StubOf(kata))));
        }

        var report = Path.Combine(desk, "report");
        var (output, _) = await Tool.RunAsync(
            root, Limit, new Dictionary<string, string>(), "dotnet", "run", "--no-build", "--project", "grader/Grader", "--",
            "grade", Path.Combine(desk, "class"), "--kata", kata, "--out", report);
        if (!File.Exists(Path.Combine(report, "report.json")))
            throw new InvalidOperationException(output);
        var grades = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(report, "report.json")))!["submissions"]!.AsArray()
            .ToDictionary(submission => (string)submission!["id"]!, submission => new Grade(submission!["katas"]![0]!));
        return [.. cases.Select(one => (one, grades[Student(one)]))];
    }

    private string StubOf(string kata) => Directory.EnumerateFiles(Path.Combine(root, "solutions", kata), "*.cs").First();

    private static string Student(CaseFile one) => $"{Folder(one, 1)}-{one.Name}".Replace('_', '-');

    /// <summary>The name of the folder so many levels above a file.</summary>
    private static string Folder(CaseFile one, int levels)
    {
        var path = one.Path;
        for (var i = 0; i < levels; i++)
            path = Path.GetDirectoryName(path)!;
        return Path.GetFileName(path);
    }

    [GeneratedRegex(@"(?<verdicts>[\w|]+); at most (?<points>[\d.]+) points")]
    private static partial Regex Expected();

    private sealed class Grade(JsonNode kata)
    {
        public string Verdict { get; } = (string)kata["verdict"]!;

        public double Score { get; } = (double)kata["score"]!;

        public double MaxScore { get; } = (double)kata["maxScore"]!;

        /// <summary>All that is said of the answer, without the answer's own text.</summary>
        public string Text { get; } = string.Concat(kata.AsObject().Where(part => part.Key != "sources").Select(part => part.Value?.ToJsonString()));

        public string Points => string.Create(CultureInfo.InvariantCulture, $"{Verdict} {Score} of {MaxScore}");

        public string Told => Points + string.Concat(kata["criteria"]!.AsArray().Select(criterion => $"\n{criterion!["id"]} {criterion["verdict"]}: {(string?)criterion["message"]}"));
    }
}
