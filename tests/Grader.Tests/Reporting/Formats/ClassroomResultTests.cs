using System.Globalization;
using System.Text;
using System.Text.Json;
using Grader.Reporting;
using Grader.Reporting.Formats;
using Judge;

namespace Grader.Tests.Reporting.Formats;

/// <summary>
/// The rules of <c>classroom-resources/autograding-grading-reporter@v1</c>, as its sources have them
/// (https://github.com/classroom-resources/autograding-grading-reporter: src/helpers/test-helpers.js,
/// src/console-results.js, src/notify-classroom.js).
/// </summary>
[TestFixture]
internal sealed class ClassroomResultTests
{
    private static readonly ReportKata[] Scores =
    [
        SampleReport.Scored("whole", (4, 4), (0, 3), (3, 3)),
        SampleReport.Scored("partial", (3.5, 5), (0, 5)),
        SampleReport.Scored("tenths", (4, 4), (3, 3), (3, 3)) with { Score = 8.1, Late = new ReportLate(FormatText.Made, FormatText.Made, 2, 19, 10) },
        SampleReport.Scored("given", (0, 4), (3, 3), (0, 3)) with { Score = 8, Override = new ReportOverride(8, "ill", 3) },
        SampleReport.Scored("nothing", (0, 10)),
        SampleReport.Scored("worthless", (0, 0)),
        SampleReport.Scored("one-of-two-is-worthless", (0, 0), (5, 5)),
        SampleReport.Scored("no-criteria"),
    ];

    [Test]
    public void A_race_is_as_approved() =>
        string.Join('\n', Files(SampleReport.Only("alice")).Select(file => $"{file.Path}\n{Indented(Result(file))}\n")).ShouldBeApproved("classroom.txt");

    [TestCaseSource(nameof(Scores))]
    public void The_table_and_the_total_agree_on_the_points(ReportKata kata)
    {
        var result = Result(Files(SampleReport.With(kata)).Single());

        TableScore(result).ShouldBe(kata.Score, 1e-9);
        ReportedTotal(result).ShouldBe(kata.Score, 1e-9);
        result.GetProperty("max_score").GetDouble().ShouldBe(kata.MaxScore);
    }

    [TestCaseSource(nameof(Scores))]
    public void Nothing_prints_undefined_or_NaN(ReportKata kata)
    {
        var result = Result(Files(SampleReport.With(kata)).Single());

        result.ShouldHave("version status max_score tests");
        result.GetProperty("version").GetInt32().ShouldBe(1);
        result.GetProperty("status").GetString().ShouldBeOneOf("pass", "fail", "error");
        result.GetProperty("tests").GetArrayLength().ShouldBeInRange(1, 101);
        foreach (var test in result.GetProperty("tests").EnumerateArray())
        {
            test.ShouldHave("name status score message test_code filename line_no execution_time");
            test.GetProperty("status").GetString().ShouldBeOneOf("pass", "fail", "error");
            test.GetProperty("score").ValueKind.ShouldBe(JsonValueKind.Number);
            test.GetProperty("line_no").TryGetInt32(out _).ShouldBeTrue();
            test.GetProperty("name").GetString().ShouldNotBeNullOrEmpty();
        }
    }

    [Test]
    public void Points_that_are_too_fine_are_rounded_and_said_so()
    {
        var result = Result(Files(SampleReport.With(SampleReport.Scored("fine", (3.33, 4), (6, 6)))).Single());

        TableScore(result).ShouldBe(ReportedTotal(result), 1e-9);
        TableScore(result).ShouldBe(9.33, 0.05);
        result.GetProperty("tests")[0].GetProperty("name").GetString().ShouldEndWith("[9.33 of 10 points, rounded here to 100 equal tests]");
    }

    [Test]
    public void The_sum_that_the_reporter_prints_has_no_digits_that_nobody_gave()
    {
        // Tenths and hundredths, thirty-three katas: added as doubles, most of these sums would end in digits of the machine.
        var katas = Enumerable.Range(0, 33).Select(i => SampleReport.Scored($"kata-{i}", (4, 4), (3, 3), (3, 3)) with { Score = Math.Round(0.1 + (i * 0.29), 2) }).ToArray();

        for (var count = 1; count <= katas.Length; count++)
        {
            var all = katas[..count];
            var results = Files(SampleReport.With(all)).Select(Result).ToList();
            // A hundredth of each kata, a tenth of a point, is the finest that is told there.
            PrintedTotal(results).ShouldBe(all.Sum(kata => Math.Round((decimal)kata.Score, 1, MidpointRounding.AwayFromZero)).ToString("0.##", CultureInfo.InvariantCulture));
        }
    }

    [Test]
    public void A_penalty_is_named_at_the_tests_that_it_costs()
    {
        var result = Result(Files(SampleReport.With(Scores[2])).Single());

        Names(result, "fail").Count.ShouldBe(19);
        Names(result, "fail").ShouldAllBe(name => name.Contains("late by 2 days"));
    }

    [Test]
    public void A_failure_is_told_where_the_reporter_prints_it()
    {
        var result = Result(Files(SampleReport.Only("alice"))[0]);

        result.GetProperty("status").GetString().ShouldBe("fail");
        var failed = result.GetProperty("tests").EnumerateArray().Where(test => test.GetProperty("status").GetString() == "fail").ToList();
        // Printed for every test that has some, whereas a message is for errors alone.
        failed[0].GetProperty("test_code").GetString()!.ShouldContain("Two deposits wrote _balance");
        failed[0].GetProperty("line_no").GetInt32().ShouldBe(14);
        failed.Skip(1).ShouldAllBe(test => test.GetProperty("test_code").GetString() == "");
        failed.ShouldAllBe(test => test.GetProperty("message").GetString() == "");
    }

    [Test]
    public void What_does_not_compile_is_an_error_with_its_message()
    {
        var result = Result(Files(SampleReport.Only("carol"))[0]);

        result.GetProperty("status").GetString().ShouldBe("error");
        var errors = result.GetProperty("tests").EnumerateArray().Where(test => test.GetProperty("status").GetString() == "error").ToList();
        errors.Single().GetProperty("message").GetString()!.ShouldContain("LostUpdate.cs:9: ; expected");
        // Once: it stopped all the criteria alike.
        result.GetProperty("tests").EnumerateArray().ShouldAllBe(test => test.GetProperty("test_code").GetString()!.Length == 0);
    }

    [Test]
    public void What_is_nobodys_fault_passes()
    {
        var kata = SampleReport.Scored("fine", (10, 10));
        kata = kata with { Verdict = Verdict.JudgeError, Criteria = [kata.Criteria[0] with { Verdict = Verdict.JudgeError, Message = "no word" }] };

        Result(Files(SampleReport.With(kata)).Single()).GetProperty("status").GetString().ShouldBe("pass");
    }

    [TestCase(1)]
    [TestCase(33)]
    public void Every_variable_fits_and_so_do_all_of_them(int katas)
    {
        var text = string.Concat(Enumerable.Repeat("ünlucky \"\\\n", 30_000));
        var all = Enumerable.Range(0, katas).Select(i => SampleReport.Scored($"kata-{i}", (0, 4), (0, 3), (0, 3)))
            .Select(kata => kata with { Criteria = [.. kata.Criteria.Select(criterion => criterion with { Message = text, Interleaving = text })] }).ToArray();

        var sizes = Files(SampleReport.With(all)).Select(file => Variable(file).Length).ToList();
        sizes.ShouldAllBe(size => size < 131_071);
        sizes.Sum().ShouldBeLessThan(1 << 20);
    }

    [Test]
    public void What_a_student_wrote_is_no_command_in_the_log()
    {
        var kata = SampleReport.Scored("hostile", (0, 10));
        kata = kata with { Criteria = [kata.Criteria[0] with { Message = "x\n::add-mask::a\n  ::error::b\n##[error]c\r::set-env name=d::e" }] };

        var printed = Result(Files(SampleReport.With(kata)).Single()).GetProperty("tests")[0].GetProperty("test_code").GetString()!;
        printed.Split('\n').ShouldAllBe(line => !line.TrimStart().StartsWith("::", StringComparison.Ordinal) && !line.Contains("##["));
    }

    [Test]
    public void A_class_is_refused() =>
        Should.Throw<WrongUseException>(() => Files(SampleReport.Create())).Message
            .ShouldBe("--format classroom is for one student, but the report has 3; grade one student's folder");

    private static List<ReportFile> Files(Report report) => [.. ClassroomResult.Render(new FormatInput(report, FormatText.Made))];

    /// <summary>What the reporter's step has in its environment.</summary>
    private static string Variable(ReportFile file)
    {
        var name = Path.GetFileNameWithoutExtension(file.Path);
        name.ShouldMatch("^[a-zA-Z0-9]+$");
        var (key, value) = file.Text.TrimEnd('\n').Split('=', 2) is [var k, var v] ? (k, v) : ("", "");
        key.ShouldBe("result");
        return $"{name.ToUpperInvariant()}_RESULTS={value}";
    }

    private static JsonElement Result(ReportFile file) =>
        FormatText.Json(Encoding.UTF8.GetString(Convert.FromBase64String(Variable(file).Split('=', 2)[1])));

    /// <summary>getTestScore: passed ÷ length × max_score.</summary>
    private static double TableScore(JsonElement result)
    {
        var tests = result.GetProperty("tests").EnumerateArray().ToList();
        var passed = tests.Count(test => test.GetProperty("status").GetString() == "pass");
        return (double)passed / tests.Count * result.GetProperty("max_score").GetDouble();
    }

    /// <summary>NotifyClassroom: the sum of the tests' scores.</summary>
    private static double ReportedTotal(JsonElement result) =>
        result.GetProperty("tests").EnumerateArray().Sum(test => test.GetProperty("score").GetDouble());

    /// <summary>NotifyClassroom, over all runners: doubles, one after the other, printed as JavaScript prints them.</summary>
    private static string PrintedTotal(IEnumerable<JsonElement> results) =>
        results.Where(result => result.GetProperty("max_score").GetDouble() > 0)
            .SelectMany(result => result.GetProperty("tests").EnumerateArray())
            .Aggregate(0.0, (sum, test) => sum + test.GetProperty("score").GetDouble()).ToString("R", CultureInfo.InvariantCulture);

    private static List<string> Names(JsonElement result, string status) =>
        [.. result.GetProperty("tests").EnumerateArray().Where(test => test.GetProperty("status").GetString() == status).Select(test => test.GetProperty("name").GetString()!)];

    private static string Indented(JsonElement result) => FormatJson.Text(System.Text.Json.Nodes.JsonObject.Create(result)!);
}
