using System.Text;
using System.Text.Json.Nodes;
using Grader.Verdicts;

namespace Grader.Reporting.Formats;

/// <summary>
/// <c>classroom/&lt;runner&gt;.txt</c>: for each kata a step output <c>result</c>, for
/// <c>classroom-resources/autograding-grading-reporter@v1</c>. The runner's name is the slug without hyphens, as that
/// action wants letters and digits.
/// </summary>
/// <remarks>
/// By what the action does with it (https://github.com/classroom-resources/autograding-grading-reporter, src/). Its table
/// shows passed ÷ number of tests × max_score, while the total that it reports sums up the tests' scores: both are the
/// kata's points only when all tests weigh the same. So a criterion of four points is as many tests as the kata's unit,
/// the greatest common divisor of all its points, goes into four.
/// </remarks>
internal static class ClassroomResult
{
    /// <summary>
    /// Linux refuses a variable of 131,072 bytes with its name and final zero (MAX_ARG_STRLEN), and all of them together
    /// above 2 MiB.
    /// </summary>
    public const int MostBytes = 131_070;

    private const int MostBytesTogether = 1 << 20;

    /// <summary>Beyond this many tests a kata the points are rounded, and a test says so.</summary>
    private const int MostTests = 100;

    public static IEnumerable<ReportFile> Render(FormatInput input)
    {
        var student = input.Student("classroom");
        var most = Math.Min(MostBytes, MostBytesTogether / Math.Max(1, student.Katas.Count));
        return student.Katas.Select(kata => new ReportFile($"classroom/{Runner(kata)}.txt", $"result={Encoded(kata, most)}\n"));
    }

    /// <summary>What the action's <c>runners</c> calls the kata; its variable is this in capitals, and <c>_RESULTS</c>.</summary>
    public static string Runner(ReportKata kata) => kata.Id.Replace("-", "");

    private static string Encoded(ReportKata kata, int most)
    {
        var room = most - $"{Runner(kata).ToUpperInvariant()}_RESULTS=".Length;
        for (var longest = 30_000; ; longest /= 2)
        {
            var text = Convert.ToBase64String(Encoding.UTF8.GetBytes(FormatJson.Line(Result(kata, longest))));
            if (text.Length <= room || longest == 0)
                return text;
        }
    }

    private static JsonObject Result(ReportKata kata, int longest)
    {
        var tests = EqualTests.Of(kata, MostTests);
        var stopped = VerdictTable.Of(kata.Verdict).Kind == VerdictKind.Refused;
        var told = new HashSet<string>();
        var timed = new HashSet<string>();
        return new JsonObject
        {
            ["version"] = 1,
            ["status"] = tests.All(test => test.Passed) ? "pass" : stopped ? "error" : "fail",
            ["max_score"] = kata.MaxScore,
            ["tests"] = FormatJson.Array(tests.Select(test =>
            {
                // A criterion's failure is told once, at the first of its tests that failed; what stopped all of them, once for all.
                var tells = !test.Passed && told.Add(stopped ? "" : test.Criterion?.Id ?? "");
                var described = Test(kata, test, stopped && tells, tells, longest);
                described["execution_time"] = test.Criterion is { } criterion && timed.Add(criterion.Id) ? criterion.Seconds : 0;
                return described;
            })),
        };
    }

    private static JsonObject Test(ReportKata kata, EqualTest test, bool error, bool tells, int longest)
    {
        var text = !tells ? ""
            : test.Criterion is null ? WorkflowText.Lines(test.Name)
            : Shortened(WorkflowText.Lines(ProblemText.Whole(kata, test.Criterion)), longest);
        return new JsonObject
        {
            ["name"] = PlainText.Line(test.Name),
            ["status"] = test.Passed ? "pass" : error ? "error" : "fail",
            ["score"] = test.Score,
            // The action prints the message of errors alone, and the code of all that have one.
            ["message"] = error ? $"{PlainText.Line(test.Name)}\n{text}" : "",
            ["test_code"] = error ? "" : text,
            ["filename"] = test.Criterion?.Location?.File ?? "",
            ["line_no"] = test.Passed ? 0 : test.Criterion?.Location?.Line ?? 0,
        };
    }

    private static string Shortened(string text, int longest) =>
        text.Length <= longest ? text : text[..longest].TrimEnd() + "\n… the rest is in the report";
}
