using Grader.Preparing;
using Grader.Records;

namespace Grader.Tests.Preparing;

/// <summary>What a submission does to the compiler stays in the worker, and the next submission is compiled as ever.</summary>
public sealed class CompileWorkersTests
{
    private static readonly string References = Path.Combine(AppContext.BaseDirectory, "references");

    [Test]
    public async Task The_answer_is_what_the_same_stages_give_in_this_process()
    {
        var request = Request("class C\n{\n    int n;\n    public void M() { lock (this) n++; }\n}");
        var (there, here) = (await Ask(request), WorkerLoop.Answer(request));
        there.Compilation.Release!.Pe.ShouldBe(here.Compilation.Release!.Pe);
        there.Compilation.Debug!.Pdb.ShouldBe(here.Compilation.Debug!.Pdb);
        there.Woven!.Assembly!.Pe.ShouldBe(here.Woven!.Assembly!.Pe);
        there.Woven.NextSite.ShouldBe(here.Woven.NextSite);
    }

    [Test]
    public async Task Errors_violations_and_what_the_engine_refuses_come_back_with_their_lines()
    {
        (await Ask(Request("class C : X;"))).Compilation.Errors.ShouldHaveSingleItem().Line.ShouldBe(1);
        (await Ask(Request("class C { void M() => GC.Collect(); }"))).Violations.ShouldHaveSingleItem().Line.ShouldBe(1);
        (await Ask(Request("class C { void M(Thread t) => t.Interrupt(); }"))).Woven.ShouldNotBeNull();
    }

    /// <summary>Each has killed, hung or filled a compiler; none may do that to this process, and each gets a word.</summary>
    [TestCaseSource(nameof(Bombs))]
    public async Task A_bomb_is_a_compile_error_and_the_next_one_compiles(string code)
    {
        var answer = await Ask(Request(code));
        answer.Compilation.Debug.ShouldBeNull();
        answer.Compilation.Errors.ShouldNotBeEmpty();
        (await Ask(Request("class C;"))).Compilation.Errors.ShouldBeEmpty();
    }

    [Test]
    public async Task What_takes_too_long_is_stopped_by_its_processor_time()
    {
        using var worker = new CompileWorker();
        var answer = await worker.AskAsync(Request(NestedLambdas(14)), TimeSpan.FromSeconds(2), CancellationToken.None);
        answer!.Compilation.Errors.ShouldHaveSingleItem().Message.ShouldBe(
            "is too much for the compiler: it was stopped after 2 s of processor time; look for very deep nesting, very long expressions, "
            + "constants that grow, or types that contain themselves, and take them apart");
        worker.IsAlive.ShouldBeFalse();
    }

    [Test]
    public async Task A_worker_that_is_gone_is_replaced()
    {
        using var worker = new CompileWorker();
        worker.Dispose();
        worker.IsAlive.ShouldBeFalse();
        (await worker.AskAsync(Request("class C;"), TimeSpan.FromSeconds(9), CancellationToken.None)).ShouldBeNull();
        (await Ask(Request("class C;"))).Compilation.Errors.ShouldBeEmpty();
    }

    private static IEnumerable<TestCaseData> Bombs()
    {
        yield return Bomb("parentheses", $"class C {{ int M() => {new string('(', 10_000)}1{new string(')', 10_000)}; }}");
        yield return Bomb("unary operators", $"class C {{ int M(int x) => {string.Concat(Enumerable.Repeat("- ", 60_000))}x; }}");
        yield return Bomb("casts", $"class C {{ int M(int x) => {string.Concat(Enumerable.Repeat("(int)", 40_000))}x; }}");
        yield return Bomb("conditions of conditions", $"class C {{ int M(bool b) => {string.Concat(Enumerable.Repeat("b ? 1 : ", 20_000))}2; }}");
        yield return Bomb("constants that double", "class C { const string A0 = \"xxxxxxxxxxxxxxxx\"; "
            + string.Concat(Enumerable.Range(1, 40).Select(i => $"const string A{i} = A{i - 1} + A{i - 1}; ")) + "}");
        yield return Bomb("generics in generics", $"class C {{ object x = new {string.Concat(Enumerable.Repeat("List<", 5_000))}int{new string('>', 5_000)}(); }}");
    }

    private static TestCaseData Bomb(string name, string code) => new TestCaseData(code).SetArgDisplayNames(name);

    /// <summary>Each lambda is bound once for each overload of the call around it: 2^n times for the innermost.</summary>
    private static string NestedLambdas(int depth)
    {
        var body = "x0";
        for (var i = depth; i > 0; i--)
            body = $"F(x{i} => {body.Replace("x0", $"x{i}")})";
        return "class C { int F(Func<int, int> f) => 0; string F(Func<string, string> f) => \"\"; object F(Func<long, object> f) => 0; "
            + $"void M() {{ var r = {body}; }} }}";
    }

    private static CompileRequest Request(string code) => new(References, "Tiny", [new SourceFile("Tiny.cs", code)], null, 0);

    private static Task<CompileAnswer> Ask(CompileRequest request) => CompileWorkers.AskAsync(request, CancellationToken.None);
}
