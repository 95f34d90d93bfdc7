using Grader.Judging.Sandboxes;

namespace Grader.Tests.Commands;

public sealed class DoctorCommandTests
{
    private static readonly Examination Uninstalled = new(SandboxKind.Bubblewrap, "bubblewrap is not installed", []);

    private static readonly Examination Whole = new(
        SandboxKind.Landlock, "",
        [new Layer("files", LayerState.Held, "reads no secret"), new Layer("network", LayerState.Weak, "by the filter alone")]);

    private static readonly Examination Broken = Whole with
    {
        Layers = [new Layer("files", LayerState.Held, "reads no secret"), new Layer("network", LayerState.Missing, "it opened a socket")],
    };

    [Test]
    public async Task It_tells_what_works_layer_by_layer()
    {
        using var desk = new Desk();
        (await desk.RunAsync(new FixedJudges(FakeJudge.Lenient(), SandboxKind.Landlock, Uninstalled, Whole), "doctor")).ShouldBe(0);
        desk.Out.ShouldContain("ok       suite lost-update        3 criteria");
        desk.Out.ShouldContain("ok       judge                    starts, and answers");
        desk.Out.ShouldContain("missing  bubblewrap               bubblewrap is not installed");
        desk.Out.ShouldContain("held     landlock files           reads no secret");
        desk.Out.ShouldContain("weak     landlock network         by the filter alone");
        desk.Out.ShouldContain("held     sandbox                  landlock: submissions of strangers may be graded");
    }

    [Test]
    public async Task A_sandbox_with_a_hole_is_none()
    {
        using var desk = new Desk();
        (await desk.RunAsync(new FixedJudges(FakeJudge.Lenient(), SandboxKind.None, Uninstalled, Broken), "doctor")).ShouldBe(0);
        desk.Out.ShouldContain("missing  landlock network         it opened a socket");
        desk.Out.ShouldContain("missing  sandbox                  none holds: `grade` refuses without --unsafe");
    }

    [Test]
    public async Task A_suite_that_is_missing_is_named_and_gives_status_2()
    {
        using var desk = new Desk(Desk.Grading.Replace("\"LostUpdate\"", "\"FoundUpdate\""));
        (await desk.RunAsync(FakeJudge.Lenient(), "doctor")).ShouldBe(2);
        desk.Out.ShouldContain("missing  suite lost-update        the kata lost-update has no hidden suite");
    }
}
