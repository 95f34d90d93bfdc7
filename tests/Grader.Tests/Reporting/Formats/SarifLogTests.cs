using Grader.Reporting.Formats;

namespace Grader.Tests.Reporting.Formats;

/// <summary>
/// The rules of SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html) for what is used of it, and
/// what GitHub's code scanning asks beyond them.
/// </summary>
[TestFixture]
internal sealed class SarifLogTests
{
    [Test]
    public void The_log_is_as_approved() => FormatText.Of(SarifLog.Render, SampleReport.Create()).ShouldBeApproved("grader.sarif");

    [TestCase("plain")]
    [TestCase("a b%#?/../\u0001\u202E<")]
    public void The_schema_and_code_scanning_accept_the_log(string wording)
    {
        var root = FormatText.Json(FormatText.Of(SarifLog.Render, SampleReport.WordedBy(wording)));

        root.ShouldHave("version runs", "$schema");
        root.GetProperty("version").GetString().ShouldBe("2.1.0");
        var run = root.GetProperty("runs")[0];
        run.ShouldHave("tool results", "columnKind");
        var driver = run.GetProperty("tool").GetProperty("driver");
        driver.ShouldHave("name", "version rules");
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        rules.Select(rule => rule.GetProperty("id").GetString()).ShouldBeUnique();
        rules.ForEach(rule => rule.ShouldHave("id", "name shortDescription help defaultConfiguration"));
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            result.ShouldHave("message", "ruleId ruleIndex level locations partialFingerprints");
            rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString().ShouldBe(result.GetProperty("ruleId").GetString());
            result.GetProperty("level").GetString().ShouldBeOneOf("none", "note", "warning", "error");
            result.GetProperty("message").GetProperty("text").GetString().ShouldNotBeNullOrEmpty();
            var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            place.GetProperty("region").GetProperty("startLine").GetInt32().ShouldBeGreaterThan(0);
            var uri = place.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
            Uri.IsWellFormedUriString(uri, UriKind.Relative).ShouldBeTrue(uri);
            uri.ShouldStartWith("katas/lost-update/");
            result.GetProperty("partialFingerprints").EnumerateObject().ShouldHaveSingleItem();
        }
    }

    [Test]
    public void What_is_nobodys_fault_or_missing_is_no_result() =>
        FormatText.Json(FormatText.Of(SarifLog.Render, SampleReport.Only("bob"))).GetProperty("runs")[0].GetProperty("results").GetArrayLength().ShouldBe(0);

    [Test]
    public void GitHub_takes_no_more_than_25000_results()
    {
        var many = SampleReport.Scored("many", [.. Enumerable.Range(0, 26_000).Select(i => (0.0, 1.0))]);

        FormatText.Json(FormatText.Of(SarifLog.Render, SampleReport.With(many))).GetProperty("runs")[0].GetProperty("results").GetArrayLength()
            .ShouldBe(25_000);
    }
}
