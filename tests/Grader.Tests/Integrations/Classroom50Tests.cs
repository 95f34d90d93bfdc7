namespace Grader.Tests.Integrations;

/// <summary>What Classroom 50's runner does with a bundle: https://github.com/foundation50/classroom50/wiki/Advanced-Autograding</summary>
[TestFixture]
internal sealed class Classroom50Tests
{
    private const string Python = "python3";
    private static readonly string Script = Autograder.Script("classroom50", "autograder.py");

    [Test]
    public void The_script_is_small_and_uses_what_Python_brings()
    {
        var text = File.ReadAllText(Script);
        text.ShouldStartWith("#!/usr/bin/env python3\n");
        text.Length.ShouldBeLessThan(10_000);
        text.Split('\n').Where(line => line.StartsWith("import ", StringComparison.Ordinal) || line.StartsWith("from ", StringComparison.Ordinal))
            .ShouldBe(["import hashlib", "import json", "import os", "import pathlib", "import shutil", "import subprocess", "import sys", "import tarfile", "import tempfile", "import urllib.request"]);
    }

    [TestCase(0)]
    [TestCase(2, Description = "what could be graded counts although the grader failed at the rest")]
    public async Task Both_results_lie_in_the_checkout(int status)
    {
        using var autograder = Bundle(status);
        if (!Autograder.Has(Python))
            return;
        (await autograder.RunAsync(Python, Script, "checkout")).ShouldBe(0, autograder.Error);

        autograder.Read("checkout/result.json").ShouldBe("{} result.json\n");
        autograder.Read("checkout/release-body.md").ShouldBe("{} release-body.md\n");
        // In its own folder, where no grading.json of the student's can be found.
        autograder.Called.ShouldStartWith("~/bundle/grader secret 2026-11-24T12:59:00+01:00 grade ~/checkout --student alice --format classroom50 --out ");
    }

    [Test]
    public async Task A_grader_that_fails_is_the_runners_to_report()
    {
        using var autograder = Bundle(status: 2, []);
        if (!Autograder.Has(Python))
            return;
        (await autograder.RunAsync(Python, Script, "checkout")).ShouldBe(1);

        autograder.Error.ShouldEndWith("autograder: the grader could not grade (status 2); see its message above\n");
        File.Exists(Path.Combine(autograder.Root, "checkout", "result.json")).ShouldBeFalse();
    }

    [Test]
    public async Task Without_the_key_it_says_so_beside_what_the_grader_says()
    {
        using var autograder = Bundle(status: 2, []);
        autograder.Variables["GRADER_SUITE_KEY"] = null;
        if (!Autograder.Has(Python))
            return;
        (await autograder.RunAsync(Python, Script, "checkout")).ShouldBe(1);

        autograder.Error.ShouldEndWith(
            "autograder: the grader could not grade (status 2); see its message above\n"
            + "autograder: GRADER_SUITE_KEY is not set here, and Classroom 50 passes no secret on by itself; "
            + "the grader's README says how the key gets here, under Classroom 50\n");
    }

    [Test]
    public async Task Without_a_grader_it_says_where_to_name_one()
    {
        using var autograder = new Autograder().Write("bundle/autograder.py", "").Write("checkout/a.txt", "");
        Prepare(autograder);
        if (!Autograder.Has(Python))
            return;
        (await autograder.RunAsync(Python, Script, "checkout")).ShouldBe(1);

        autograder.Error.ShouldBe("autograder: no grader: put its address and SHA-256 into ~/bundle/grader.json as \"bundle\" and \"sha256\"\n");
    }

    [Test]
    public async Task A_bundle_with_another_hash_is_refused()
    {
        using var autograder = new Autograder().Write("checkout/a.txt", "").Write("grader.tar.gz", "forged");
        autograder.Write("bundle/grader.json", $$"""{ "bundle": "file://{{autograder.Root}}/grader.tar.gz", "sha256": "00" }""");
        Prepare(autograder);
        if (!Autograder.Has(Python))
            return;
        (await autograder.RunAsync(Python, Script, "checkout")).ShouldBe(1);

        autograder.Error.ShouldContain("has SHA-256 ");
        autograder.Error.ShouldContain(", not 00; publish it again, or mend grader.json");
    }

    private static Autograder Bundle(int status) => Bundle(status, ["result.json", "release-body.md"]);

    private static Autograder Bundle(int status, string[] files)
    {
        var autograder = new Autograder().Grader("bundle/grader", status, files).Write("checkout/a.txt", "");
        Prepare(autograder);
        return autograder;
    }

    private static void Prepare(Autograder autograder)
    {
        autograder.Variables["CLASSROOM50_BUNDLE_DIR"] = Path.Combine(autograder.Root, "bundle");
        autograder.Variables["GRADER_SUITE_KEY"] = "secret";
        autograder.Variables["USERNAME"] = "alice";
        autograder.Variables["SUBMITTED_AT"] = "2026-11-24T12:59:00+01:00";
        autograder.Variables["RUNNER_TEMP"] = autograder.Root;
        foreach (var name in (ReadOnlySpan<string>)["GRADER_HOME", "GRADER_BUNDLE", "GRADER_BUNDLE_SHA256"])
            autograder.Variables[name] = null;
    }
}
