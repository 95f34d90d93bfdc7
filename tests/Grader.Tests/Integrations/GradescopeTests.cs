namespace Grader.Tests.Integrations;

/// <summary>What Gradescope does with its archive: https://gradescope-autograders.readthedocs.io/en/latest/specs/</summary>
[TestFixture]
internal sealed class GradescopeTests
{
    private static readonly string Run = Autograder.Script("gradescope", "run_autograder");
    private static readonly string Setup = Autograder.Script("gradescope", "setup.sh");

    [Test]
    public void Both_scripts_are_at_hand_with_Unix_line_ends()
    {
        foreach (var script in new[] { Run, Setup })
        {
            var text = File.ReadAllText(script);
            text.ShouldStartWith("#!/usr/bin/env bash\n");
            text.ShouldNotContain("\r");
        }

        // Half a core and 768 MB: one judge at a time.
        File.ReadAllText(Run).ShouldContain("--jobs 1 ");
    }

    [Test]
    public async Task Results_lie_where_Gradescope_looks_for_them()
    {
        using var autograder = Image().Write("submission/lost-update/LostUpdate.cs", "class A;");
        if (!await Graded(autograder))
            return;
        autograder.Read("results/results.json").ShouldBe("{} results.json\n");
        autograder.Called.ShouldStartWith("~/source/grader secret");
        autograder.Called.ShouldContain(" grade ~/submission --student submission --jobs 1 --unsafe --format gradescope --out ");
    }

    [TestCase("submission/LostUpdate.cs")]
    [TestCase("submission/homework-1/solution/LostUpdate.cs")]
    public async Task A_file_that_came_without_its_folder_finds_its_kata(string path)
    {
        using var autograder = Image().Write(path, "class A;").Write("submission/notes.txt", "hello");
        if (await Graded(autograder))
            autograder.Called.ShouldEndWith("lost-update/LostUpdate.cs\n");
    }

    [Test]
    public async Task An_upload_without_any_kata_is_graded_as_such()
    {
        using var autograder = Image().Write("submission/notes.txt", "hello");
        if (await Graded(autograder))
            autograder.Read("results/results.json").ShouldNotBeEmpty();
    }

    [Test]
    public async Task An_assignment_may_have_some_katas_only()
    {
        using var autograder = Image().Write("submission/lost-update/LostUpdate.cs", "class A;").Write("source/katas.txt", "lost-update\n\nparallel-sum\n");
        if (await Graded(autograder))
            autograder.Called.ShouldContain(" --student submission --kata lost-update --kata parallel-sum --jobs 1 ");
    }

    [Test]
    public async Task A_grader_that_fails_without_results_leaves_none()
    {
        using var autograder = Image(status: 2, []).Write("submission/lost-update/LostUpdate.cs", "class A;");
        if (!Autograder.Has("bash"))
            return;
        (await autograder.RunAsync("bash", Run)).ShouldNotBe(0);
        File.Exists(Path.Combine(autograder.Root, "results", "results.json")).ShouldBeFalse();
    }

    [Test]
    public async Task What_could_be_graded_counts_although_the_grader_failed_at_the_rest()
    {
        using var autograder = Image(status: 2).Write("submission/lost-update/LostUpdate.cs", "class A;");
        if (await Graded(autograder))
            autograder.Read("results/results.json").ShouldBe("{} results.json\n");
    }

    [Test]
    public async Task An_image_without_its_parts_is_told_what_is_missing()
    {
        using var autograder = Image();
        if (!Autograder.Has("bash"))
            return;
        (await autograder.RunAsync("bash", Setup)).ShouldBe(0);
        File.Delete(Path.Combine(autograder.Root, "source", "suite.key"));
        (await autograder.RunAsync("bash", Setup)).ShouldBe(1);
        autograder.Error.ShouldBe("suite.key is missing in the archive: put there the key that the bundle was packed under\n");
    }

    private static Autograder Image(int status = 0) => Image(status, ["results.json"]);

    private static Autograder Image(int status, string[] files)
    {
        var autograder = new Autograder().Grader("source/grader", status, files)
            .Write("source/suite.key", "secret\n").Write("results/.keep", "")
            .Write("source/grader/template/katas/lost-update/LostUpdate.cs", "").Write("source/grader/template/katas/parallel-sum/ParallelSum.cs", "");
        autograder.Variables["AUTOGRADER"] = autograder.Root;
        return autograder;
    }

    /// <summary>False where there is no bash: then there is no Gradescope either.</summary>
    private static async Task<bool> Graded(Autograder autograder)
    {
        if (!Autograder.Has("bash"))
            return false;
        (await autograder.RunAsync("bash", Run)).ShouldBe(0, autograder.Error);
        return true;
    }
}
