using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Grader.Verdicts;

namespace Grader.Reporting.Formats;

/// <summary>
/// <c>result.json</c> and <c>release-body.md</c> for Classroom 50. Its points are whole numbers, so a point here is a
/// hundredth of one of ours: nothing is rounded, and every student's are alike. The tests carry our own points beside.
/// </summary>
/// <remarks>
/// By https://github.com/foundation50/classroom50/blob/main/schemas/result-v1.schema.json and the rules in code of its
/// runner.py (validate_result): the identity is echoed from the runner's variables, and the runner stamps owner and type
/// again. <c>SUBMITTED_AT</c> is ours, set by autograder.py: the date of the graded commit.
/// </remarks>
internal static class Classroom50Result
{
    public const string Schema = "classroom50/result/v1";

    /// <summary>Its points to one of ours.</summary>
    private const int Scale = 100;

    /// <summary>GitHub refuses a release whose text has more than 125,000 characters; the runner may add a note of its own.</summary>
    private const int MostOfBody = 100_000;

    /// <summary>Characters of a test's message: the collector reads no result above 10 MiB.</summary>
    private const int MostOfMessage = 20_000;

    private static readonly string[] Needed = ["CLASSROOM", "ASSIGNMENT", "USERNAME", "SUBMISSION_TAG", "COMMIT_URL", "RELEASE_URL", "SUBMITTED_AT"];

    public static IEnumerable<ReportFile> Render(FormatInput input)
    {
        var student = input.Student("classroom50");
        var missing = Needed.Where(name => Variable(input, name) is null).ToList();
        if (missing.Count > 0)
        {
            throw new WrongUseException(
                $"--format classroom50 needs the variables {string.Join(", ", missing)}, which Classroom 50's runner and autograder.py set; run it from there");
        }

        return [new("result.json", FormatJson.Text(Result(input, student))), new("release-body.md", Body(input, student))];
    }

    private static JsonObject Result(FormatInput input, ReportSubmission student) => new()
    {
        ["schema"] = Schema,
        ["classroom"] = Variable(input, "CLASSROOM"),
        ["assignment"] = Variable(input, "ASSIGNMENT"),
        ["assignment_type"] = Variable(input, "ASSIGNMENT_TYPE") ?? "individual",
        ["owner"] = Variable(input, "OWNER") ?? Variable(input, "USERNAME"),
        ["submission"] = Variable(input, "SUBMISSION_TAG"),
        ["commit"] = Variable(input, "COMMIT_URL"),
        ["release"] = Variable(input, "RELEASE_URL"),
        ["review"] = Variable(input, "REVIEW_URL") ?? Variable(input, "COMMIT_URL"),
        ["datetime"] = Time(Submitted(input)),
        ["graded_at"] = Time(input.Made),
        ["score"] = Math.Min(Whole(student.Score), Whole(student.MaxScore)),
        ["max-score"] = Whole(student.MaxScore),
        ["tests"] = FormatJson.Array(student.Katas.SelectMany(Tests)),
    };

    private static IEnumerable<JsonObject> Tests(ReportKata kata) => kata.Criteria.Select(criterion => new JsonObject
    {
        ["test-name"] = PlainText.Line($"{kata.Title}: {criterion.Title}"),
        ["passed"] = VerdictTable.CostsNothing(criterion.Verdict),
        ["score"] = Math.Min(Whole(criterion.Score), Whole(criterion.MaxScore)),
        ["max-score"] = Whole(criterion.MaxScore),
        ["points"] = criterion.Score,
        ["max-points"] = criterion.MaxScore,
        ["verdict"] = criterion.Verdict.ToString(),
        ["message"] = Shortened(PlainText.Of(ProblemText.Whole(kata, criterion))),
    });

    private static string Shortened(string text) =>
        text.Length <= MostOfMessage ? text : text[..MostOfMessage].TrimEnd() + "\n… the rest is in the report";

    private static string Body(FormatInput input, ReportSubmission student)
    {
        // The summary's own heading gives way to the one that Classroom 50's pages have.
        var summary = MarkdownSummary.Text(input, MostOfBody);
        return new StringBuilder($"### {PlainText.Points(student.Score)} of {PlainText.Points(student.MaxScore)} points\n")
            .Append("\nClassroom 50 counts whole numbers: a point here is 100 there.\n")
            .Append(summary.AsSpan(summary.IndexOf('\n') + 1)).ToString();
    }

    private static DateTimeOffset Submitted(FormatInput input) =>
        DateTimeOffset.TryParse(Variable(input, "SUBMITTED_AT"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new WrongUseException("--format classroom50: SUBMITTED_AT is no time; give one like 2026-12-01T23:59:00Z");

    private static string? Variable(FormatInput input, string name) =>
        input.Variables.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static int Whole(double points) => (int)Math.Round(points * Scale, MidpointRounding.AwayFromZero);
}
