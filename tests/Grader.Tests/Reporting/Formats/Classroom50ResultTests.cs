using System.Text;
using System.Text.Json;
using Grader.Reporting;
using Grader.Reporting.Formats;

namespace Grader.Tests.Reporting.Formats;

/// <summary>
/// The rules of Classroom 50: https://github.com/foundation50/classroom50/blob/main/schemas/result-v1.schema.json, and
/// those that only its runner.py (validate_result) holds.
/// </summary>
[TestFixture]
internal sealed class Classroom50ResultTests
{
    private static readonly Dictionary<string, string> Variables = new()
    {
        ["CLASSROOM"] = "cs-101",
        ["ASSIGNMENT"] = "katas",
        ["ASSIGNMENT_TYPE"] = "individual",
        ["USERNAME"] = "alice",
        ["OWNER"] = "alice",
        ["SUBMISSION_TAG"] = "submit/20261124T115900Z-1234567",
        ["COMMIT_URL"] = "https://github.com/org/cs-101-katas-alice/commit/1234567",
        ["RELEASE_URL"] = "https://github.com/org/cs-101-katas-alice/releases/tag/submit%2F20261124T115900Z-1234567",
        ["REVIEW_URL"] = "https://github.com/org/cs-101-katas-alice/compare/0...1",
        ["SUBMITTED_AT"] = "2026-11-24T12:59:00+01:00",
    };

    [Test]
    public void The_files_are_as_approved()
    {
        var files = Classroom50Result.Render(Input(SampleReport.Only("alice"))).ToList();

        files.Select(file => file.Path).ShouldBe(["result.json", "release-body.md"]);
        files[0].Text.ShouldBeApproved("classroom50-result.json");
        files[1].Text.ShouldBeApproved("classroom50-release-body.md");
    }

    [TestCase("alice")]
    [TestCase("bob")]
    [TestCase("carol")]
    public void The_runner_accepts_the_result(string student) => Validate(Result(SampleReport.Only(student)), Variables);

    [Test]
    public void Half_points_are_whole_numbers_there()
    {
        var result = Result(SampleReport.With(SampleReport.Scored("half", (3.5, 5), (0.25, 5))));

        Validate(result, Variables);
        (result.GetProperty("score").GetInt32(), result.GetProperty("max-score").GetInt32()).ShouldBe((375, 1000));
        result.GetProperty("tests")[0].GetProperty("points").GetDouble().ShouldBe(3.5);
    }

    [Test]
    public void The_time_is_that_of_the_commit_in_UTC() =>
        Result(SampleReport.Only("alice")).GetProperty("datetime").GetString().ShouldBe("2026-11-24T11:59:00Z");

    [Test]
    public void An_older_runner_without_owner_and_review_will_do()
    {
        var older = Variables.Where(variable => variable.Key is not ("OWNER" or "REVIEW_URL" or "ASSIGNMENT_TYPE")).ToDictionary();
        var input = new FormatInput(SampleReport.Only("alice"), FormatText.Made) { Variables = older };

        Validate(FormatText.Json(FormatText.Of(Classroom50Result.Render, input)), Variables);
    }

    [Test]
    public void GitHub_takes_the_text_of_the_release_and_the_collector_the_result()
    {
        // 125,000 characters, to which the runner adds the names of files that it took away; 10 MiB.
        var kata = SampleReport.Scored("long", (0, 5), (0, 5));
        kata = kata with { Criteria = [.. kata.Criteria.Select(criterion => criterion with { Message = new string('│', 8_000), Interleaving = new string('│', 200_000) })] };
        var files = Classroom50Result.Render(Input(SampleReport.With([.. Enumerable.Range(0, 33).Select(i => kata with { Id = $"long-{i}" })]))).ToList();

        Encoding.UTF8.GetByteCount(files[0].Text).ShouldBeLessThan(10 << 20);
        files[1].Text.Length.ShouldBeLessThan(120_000);
        files[1].Text.ShouldContain(" more parts would not fit here");
    }

    [Test]
    public void Outside_of_the_runner_it_says_what_is_missing() =>
        Should.Throw<WrongUseException>(() => FormatText.Of(Classroom50Result.Render, SampleReport.Only("alice"))).Message
            .ShouldBe("--format classroom50 needs the variables CLASSROOM, ASSIGNMENT, USERNAME, SUBMISSION_TAG, COMMIT_URL, RELEASE_URL, "
                + "SUBMITTED_AT, which Classroom 50's runner and autograder.py set; run it from there");

    private static FormatInput Input(Report report) => new(report, FormatText.Made) { Variables = Variables };

    private static JsonElement Result(Report report) => FormatText.Json(FormatText.Of(Classroom50Result.Render, Input(report)));

    private static void Validate(JsonElement result, Dictionary<string, string> runner)
    {
        result.ShouldHave(
            "schema classroom assignment assignment_type owner submission commit release review datetime score max-score tests", "graded_at submitted_by");
        Text(result, "schema").ShouldBe("classroom50/result/v1");
        Text(result, "classroom").ShouldBe(runner["CLASSROOM"]);
        Text(result, "assignment").ShouldBe(runner["ASSIGNMENT"]);
        Text(result, "owner").ToUpperInvariant().ShouldBe(runner["OWNER"].ToUpperInvariant());
        Text(result, "assignment_type").ShouldBe(runner["ASSIGNMENT_TYPE"]);
        Text(result, "submission").ShouldStartWith("submit/");
        foreach (var link in new[] { "commit", "release", "review" })
            Text(result, link).ShouldNotBeEmpty();
        foreach (var time in new[] { "datetime", "graded_at" })
            Text(result, time).ShouldMatch(@"^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$");
        ScoreIsWhole(result);
        foreach (var test in result.GetProperty("tests").EnumerateArray())
        {
            Text(test, "test-name").ShouldNotBeEmpty();
            test.GetProperty("passed").ValueKind.ShouldBeOneOf(JsonValueKind.True, JsonValueKind.False);
            ScoreIsWhole(test);
        }
    }

    private static void ScoreIsWhole(JsonElement element)
    {
        // A Python int: 10.0 would be none.
        element.GetProperty("score").GetRawText().ShouldMatch(@"^\d+$");
        element.GetProperty("max-score").GetRawText().ShouldMatch(@"^\d+$");
        element.GetProperty("score").GetInt32().ShouldBeLessThanOrEqualTo(element.GetProperty("max-score").GetInt32());
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
