namespace Grader.Tests.Cluster;

/// <summary>The commands of the job files, run as their engines run them, and given to the grader.</summary>
public sealed class EnginesTests
{
    [Test]
    public async Task Parts_and_join_give_what_one_run_gives([ValueSource(typeof(Engines), nameof(Engines.Names))] string engine, [Values(1, 2, 4)] int parts)
    {
        if (!Job.Runs)
            return;
        using var desk = new Desk();
        foreach (var student in (string[])["alice", "bob", "zoë b."])
            desk.Write($"class/{student}/lost-update/LostUpdate.cs", Desk.Reference);
        (await desk.RunAsync(FakeJudge.Lenient(), "grade", "class", "--out", "whole")).ShouldBe(0);

        for (var part = 1; part <= parts; part++)
            await GraderRunsAsync(desk, await Engines.PartAsync(engine, desk.Folder, part, parts));
        var joined = await GraderRunsAsync(desk, await Engines.JoinAsync(engine, desk.Folder, parts));

        foreach (var file in (string[])["report.json", "scores.csv"])
            desk.Read(joined, file).ShouldBe(desk.Read("whole", file));
    }

    [TestCaseSource(typeof(Engines), nameof(Engines.Names))]
    public async Task A_part_that_is_missing_is_named(string engine)
    {
        if (!Job.Runs)
            return;
        using var desk = new Desk();
        desk.Write("class/alice/lost-update/LostUpdate.cs", Desk.Reference);
        await GraderRunsAsync(desk, await Engines.PartAsync(engine, desk.Folder, 1, 3));
        var (_, calls) = await (await Engines.JoinAsync(engine, desk.Folder, 3)).RunAsync(desk.Folder);

        (await desk.RunAsync(FakeJudge.Lenient(), calls.ShouldHaveSingleItem())).ShouldBe(2);
        desk.Error.ShouldMatch("these reports are missing:\ngrader: .*part-2\ngrader: .*part-3\n");
    }

    /// <summary>Runs the job, and then the grader as the job did; gives its --out folder.</summary>
    private static async Task<string> GraderRunsAsync(Desk desk, Job job)
    {
        var (status, calls) = await job.RunAsync(desk.Folder);
        status.ShouldBe(0);
        var call = calls.ShouldHaveSingleItem();
        (await desk.RunAsync(FakeJudge.Lenient(), call)).ShouldBe(0, desk.Error);
        return call[Array.IndexOf(call, "--out") + 1];
    }
}
