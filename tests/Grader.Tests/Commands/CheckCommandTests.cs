using Judge;

namespace Grader.Tests.Commands;

public sealed class CheckCommandTests
{
    private const string Fault = "// Fault: no lock at all.\n// Verdict: DataRace\n// Fails: no-lost-update\n";

    [Test]
    public async Task All_as_expected_gives_status_0()
    {
        using var desk = Authors(Fault);
        (await desk.RunAsync(Judge(), "check")).ShouldBe(0);
        desk.Out.ShouldBe("""
            ok lost-update/stub: WrongAnswer, 6 of 10
            ok lost-update/reference: Accepted, 10 of 10
            ok lost-update/alternatives/monitor: Accepted, 10 of 10
            ok lost-update/faults/no-lock: DataRace, 6 of 10
            check: 4 as expected, 0 disagreements

            """);
    }

    [TestCase("// Fault: x\n// Verdict: Deadlock\n// Fails: no-lost-update\n", "the verdict is DataRace, expected Deadlock")]
    [TestCase("// Fault: x\n// Verdict: DataRace\n// Fails: *\n", "no-lost-update fail, expected no-lost-update, never-overdrawn, consistent-read")]
    [TestCase("// Fault: x\n// Verdict: DataRace\n// Fails: luck\n", "its header names 'luck', which is no criterion of lost-update")]
    [TestCase("// Fault: x\n// Fails: *\n", "it needs a line '// Verdict: …' with one of Accepted, CompileError,")]
    [TestCase("// Verdict: DataRace\n// Fails: *\n", "its first line must be '// Fault: what is wrong with it'")]
    [TestCase("// Fault: x\n// Verdict: DataRace\n", "it needs a line '// Fails: criterion, criterion' or '// Fails: *'")]
    public async Task A_disagreement_gives_status_1(string header, string told)
    {
        using var desk = Authors(header);
        (await desk.RunAsync(Judge(), "check")).ShouldBe(1);
        desk.Out.ShouldContain($"NO lost-update/faults/no-lock: {told}");
        desk.Out.ShouldEndWith("check: 3 as expected, 1 disagreements\n");
    }

    [Test]
    public async Task A_stub_that_passes_is_a_disagreement()
    {
        using var desk = Authors(Fault);
        desk.Write("katas/lost-update/LostUpdate.cs", Desk.Reference);
        (await desk.RunAsync(Judge(), "check", "lost-update")).ShouldBe(1);
        desk.Out.ShouldContain("NO lost-update/stub: nothing fails");
    }

    [Test]
    public async Task A_reference_that_is_not_decided_is_a_disagreement()
    {
        using var desk = Authors(Fault);
        (await desk.RunAsync(new FakeJudge(_ => FakeJudge.Saying(Verdict.Inconclusive, "not under control")), "check")).ShouldBe(1);
        desk.Out.ShouldContain("NO lost-update/reference: no-lost-update is Inconclusive: not under control");
    }

    [Test]
    public async Task Outside_of_the_repository_there_is_nothing_to_check()
    {
        using var desk = new Desk();
        (await desk.RunAsync(Judge(), "check")).ShouldBe(2);
        desk.Error.ShouldContain("check works in the repository of the katas");
    }

    private static Desk Authors(string header) => new Desk()
        .Write("katas/lost-update/LostUpdate.cs", Marked("stub", ""))
        .Write("solutions/lost-update/LostUpdate.cs", Desk.Reference)
        .Write("solutions/lost-update/alternatives/monitor.cs", "// Alternative: Monitor.\n" + Desk.Reference)
        .Write("solutions/lost-update/faults/no-lock.cs", Marked("fault", header));

    /// <summary>The fake judge cannot run code: it knows a wrong answer by a type that it has.</summary>
    private static string Marked(string mark, string header) => $"{header}{Desk.Reference}\npublic sealed class {mark};\n";

    private static FakeJudge Judge() => new(request => FakeJudge.Saying(
        Has(request.Woven[0].Pe, "stub") ? Verdict.WrongAnswer
        : Has(request.Woven[0].Pe, "fault") ? Verdict.DataRace
        : Verdict.Accepted));

    private static bool Has(byte[] assembly, string type)
    {
        using var module = Mono.Cecil.ModuleDefinition.ReadModule(new MemoryStream(assembly));
        return module.GetTypes().Any(t => t.Name == type);
    }
}
