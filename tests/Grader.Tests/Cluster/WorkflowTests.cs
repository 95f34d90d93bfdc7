using System.Text.RegularExpressions;

namespace Grader.Tests.Cluster;

public sealed class WorkflowTests
{
    [Test]
    public void Parts_go_as_artifacts_to_where_they_are_joined()
    {
        var uploaded = Workflow.Using("part", "actions/upload-artifact")["with"];
        uploaded["name"].ToString().ShouldBe("part-${{ matrix.part }}");
        uploaded["path"].ToString().ShouldBe("parts/part-${{ matrix.part }}/report.json");
        var downloaded = Workflow.Using("join", "actions/download-artifact")["with"];
        downloaded["pattern"].ToString().ShouldBe("part-*");
        downloaded["path"].ToString().ShouldBe("parts");
    }

    [Test]
    public void A_part_that_fails_stops_neither_the_others_nor_the_join()
    {
        Workflow.Jobs["part"]["strategy"]["fail-fast"].ToString().ShouldBe("false");
        Workflow.Using("part", "actions/upload-artifact")["if"].ToString().ShouldBe("always()");
        Workflow.Jobs["join"]["if"].ToString().ShouldContain("!cancelled()");
    }

    [Test]
    public async Task A_join_that_fails_says_why_in_the_summary()
    {
        if (!Job.Runs)
            return;
        using var desk = new Desk();
        var (status, _) = await (await Engines.JoinAsync("GitHub", desk.Folder, 2)).RunAsync(desk.Folder, status: 2, says: "grader: part-2 is missing");
        status.ShouldBe(1);
        desk.Read("summary").ShouldBe("### The parts could not be joined\n    part-2 is missing\n");
    }

    [TestCase("4", "parts=[1,2,3,4]\n")]
    [TestCase("256", "parts=[1,2,")]
    public async Task Parts_are_numbered_from_one(string parts, string numbered)
    {
        if (!Job.Runs)
            return;
        using var desk = new Desk();
        (await PlanAsync(desk, parts, "tests/SampleClass", "", "false")).ShouldBe(0);
        desk.Read("output").ShouldStartWith(numbered);
    }

    [TestCase("0")]
    [TestCase("257")]
    [TestCase("1]; echo")]
    public async Task A_number_of_parts_that_is_none_is_refused(string parts)
    {
        if (!Job.Runs)
            return;
        using var desk = new Desk();
        (await PlanAsync(desk, parts, "tests/SampleClass", "", "true")).ShouldBe(2);
    }

    [TestCase("class", "", "true", 0)]
    [TestCase("class", "", "false", 2)]
    [TestCase("tests/SampleClass", "course/class", "false", 2)]
    public async Task A_class_of_people_is_not_graded_where_everybody_reads_it(string folder, string repository, string priv, int status)
    {
        if (!Job.Runs)
            return;
        using var desk = new Desk();
        (await PlanAsync(desk, "4", folder, repository, priv)).ShouldBe(status);
    }

    [Test]
    public void Inputs_reach_scripts_through_the_environment_alone()
    {
        foreach (Match script in Regex.Matches(Workflow.Text, @"run: (\|\n(?: {10}.*\n)+|.*\n)"))
            script.Value.ShouldNotContain("${{");
    }

    private static Task<int> PlanAsync(Desk desk, string parts, string folder, string repository, string priv) => Job.StartAsync(
        ["bash", "-e", "-c", Workflow.Step("plan", "Number the parts")["run"].ToString()], desk.Folder, new Dictionary<string, string>
        {
            ["CLASS"] = folder,
            ["REPOSITORY"] = repository,
            ["PARTS"] = parts,
            ["PRIVATE"] = priv,
            ["GITHUB_OUTPUT"] = desk.Path("output"),
        });
}
