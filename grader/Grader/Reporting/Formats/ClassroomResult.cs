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
/// the greatest common divisor of all its points, goes into four. It adds the scores of all katas as doubles, and prints the
/// sum with every digit: 433 tests of a tenth would be 43.30000000000005 points. So <see cref="Settled"/> corrects them.
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
        var katas = Settled(student.Katas);
        return student.Katas.Zip(katas, (kata, tests) => new ReportFile($"classroom/{Runner(kata)}.txt", $"result={Encoded(kata, tests, most)}\n"));
    }

    /// <summary>
    /// The tests of each kata, with scores whose sum is, after each kata, the double that prints as the points: where it would not be,
    /// the last test that passed makes up for what the additions before it lost, some 10⁻¹⁴ of a point.
    /// </summary>
    internal static List<IReadOnlyList<EqualTest>> Settled(IReadOnlyList<ReportKata> katas)
    {
        var settled = new List<IReadOnlyList<EqualTest>>();
        var (sum, exact) = (0.0, 0m);
        foreach (var kata in katas)
        {
            var tests = EqualTests.Of(kata, MostTests).ToArray();
            var last = Array.FindLastIndex(tests, test => test.Passed);
            // The action leaves out what is worth nothing.
            if (kata.MaxScore > 0 && last >= 0)
            {
                exact += (decimal)kata.MaxScore * tests.Count(test => test.Passed) / tests.Length;
                var before = tests.Take(last).Aggregate(sum, static (all, test) => all + test.Score);
                if (before + tests[last].Score != (double)exact)
                    tests[last] = tests[last] with { Score = Addend(before, (double)exact) };
                sum = before + tests[last].Score;
            }

            settled.Add(tests);
        }

        return settled;
    }

    /// <summary>What added to <paramref name="before"/> gives <paramref name="sum"/> and no neighbour of it.</summary>
    private static double Addend(double before, double sum)
    {
        var addend = sum - before;
        while (before + addend < sum)
            addend = Math.BitIncrement(addend);
        while (before + addend > sum)
            addend = Math.BitDecrement(addend);
        return addend;
    }

    /// <summary>What the action's <c>runners</c> calls the kata; its variable is this in capitals, and <c>_RESULTS</c>.</summary>
    public static string Runner(ReportKata kata) => kata.Id.Replace("-", "");

    private static string Encoded(ReportKata kata, IReadOnlyList<EqualTest> tests, int most)
    {
        var room = most - $"{Runner(kata).ToUpperInvariant()}_RESULTS=".Length;
        for (var longest = 30_000; ; longest /= 2)
        {
            var text = Convert.ToBase64String(Encoding.UTF8.GetBytes(FormatJson.Line(Result(kata, tests, longest))));
            if (text.Length <= room || longest == 0)
                return text;
        }
    }

    private static JsonObject Result(ReportKata kata, IReadOnlyList<EqualTest> tests, int longest)
    {
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
