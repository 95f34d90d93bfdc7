namespace Grader.Tests.Commands;

public sealed class DoctorCommandTests
{
    [Test]
    public async Task It_tells_what_works_and_that_there_is_no_sandbox()
    {
        using var desk = new Desk();
        (await desk.RunAsync(FakeJudge.Lenient(), "doctor")).ShouldBe(0);
        desk.Out.ShouldContain("ok       suite lost-update        3 criteria");
        desk.Out.ShouldContain("ok       judge                    starts, and answers");
        desk.Out.ShouldContain("missing  sandbox                  none (process limits only)");
    }

    [Test]
    public async Task A_suite_that_is_missing_is_named_and_gives_status_2()
    {
        using var desk = new Desk(Desk.Grading.Replace("\"LostUpdate\"", "\"FoundUpdate\""));
        (await desk.RunAsync(FakeJudge.Lenient(), "doctor")).ShouldBe(2);
        desk.Out.ShouldContain("missing  suite lost-update        the kata lost-update has no hidden suite");
    }
}
