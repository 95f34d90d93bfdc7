using System.Text.Json;
using Grader.Reporting.Formats;
using Judge;

namespace Grader.Tests.Reporting.Formats;

/// <summary>The rules of https://github.com/ctrf-io/ctrf/blob/main/schema/ctrf.schema.json: no further fields anywhere.</summary>
[TestFixture]
internal sealed class CtrfJsonTests
{
    private static readonly string[] Statuses = ["passed", "failed", "skipped", "pending", "other"];

    [Test]
    public void The_file_is_as_approved() => FormatText.Of(CtrfJson.Render, SampleReport.Create()).ShouldBeApproved("ctrf.json");

    [Test]
    public void The_schema_accepts_the_file()
    {
        var root = FormatText.Json(FormatText.Of(CtrfJson.Render, SampleReport.Create()));

        root.ShouldHave("reportFormat specVersion results", "reportId timestamp generatedBy extra insights baseline");
        root.GetProperty("reportFormat").GetString().ShouldBe("CTRF");
        root.GetProperty("specVersion").GetString()!.ShouldMatch(@"^[0-9]+\.[0-9]+\.[0-9]+$");
        var results = root.GetProperty("results");
        results.ShouldHave("tool summary tests", "environment extra");
        results.GetProperty("tool").ShouldHave("name", "version extra");
        results.GetProperty("environment").GetProperty("osPlatform").GetString().ShouldBe("Linux");
        foreach (var test in results.GetProperty("tests").EnumerateArray())
        {
            test.ShouldHave("name status duration",
                "id start stop suite message trace snippet line rawStatus tags labels type filePath retries retryAttempts flaky stdout stderr parameters steps insights extra");
            Statuses.ShouldContain(test.GetProperty("status").GetString()!);
            test.GetProperty("duration").TryGetInt64(out _).ShouldBeTrue();
            test.GetProperty("suite").GetArrayLength().ShouldBeGreaterThan(0);
            test.GetProperty("name").GetString().ShouldNotBeNullOrEmpty();
        }
    }

    [Test]
    public void The_summary_adds_up()
    {
        var results = FormatText.Json(FormatText.Of(CtrfJson.Render, SampleReport.Create())).GetProperty("results");
        var summary = results.GetProperty("summary");

        summary.ShouldHave("tests passed failed skipped pending other start stop", "flaky suites duration extra");
        Statuses.Sum(status => summary.GetProperty(status).GetInt32()).ShouldBe(summary.GetProperty("tests").GetInt32());
        results.GetProperty("tests").GetArrayLength().ShouldBe(summary.GetProperty("tests").GetInt32());
        (summary.GetProperty("stop").GetInt64() - summary.GetProperty("start").GetInt64()).ShouldBe(summary.GetProperty("duration").GetInt64());
        summary.GetProperty("stop").GetInt64().ShouldBe(FormatText.Made.ToUnixTimeMilliseconds());
    }

    [Test]
    public void What_could_not_be_decided_neither_passed_nor_is_flaky()
    {
        var kata = SampleReport.Scored("unclear", (5, 5));
        kata = kata with { Criteria = [kata.Criteria[0] with { Verdict = Verdict.Inconclusive, Message = "two runs differ" }] };
        var test = FormatText.Json(FormatText.Of(CtrfJson.Render, SampleReport.With(kata))).GetProperty("results").GetProperty("tests")[0];

        test.GetProperty("status").GetString().ShouldBe("other");
        test.GetProperty("rawStatus").GetString().ShouldBe("Inconclusive");
        test.GetProperty("flaky").ValueKind.ShouldBe(JsonValueKind.False);
        test.GetProperty("retries").GetInt32().ShouldBe(0);
    }
}
