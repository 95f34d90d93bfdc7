using Benchmarks;
using Interleaving.Tests.Models;

namespace Interleaving.Tests.Boundary;

/// <summary>
/// The row <c>not seen</c> of the boundary: broken programs that pass. One that begins to be caught is no loss; its words leave the
/// row. (Plain accesses of packages are in <c>WeavingScopeTests</c>.)
/// </summary>
internal sealed class NotSeenTests
{
    private const string Twice = """
        static void Both(Action a, Action b) => Task.WaitAll(Task.Run(a), Task.Run(b));
        static void Twice(Action a) => Both(a, a);
        public sealed class C { public int N; public S V; }
        public struct S { public int A; public int B; }
        """;

    [TestCase("public void Run() { var l = new List<int>(); var add = typeof(List<int>).GetMethod(\"Add\")!; Twice(() => add.Invoke(l, [1])); }", TestName = "A member of the platform that is called by reflection")]
    [TestCase("public void Run() { var c = new C(); Both(() => c.V.B = 1, () => { var v = c.V; _ = v.B; }); }", TestName = "A later field of a struct that another copies")]
    [TestCase("async IAsyncEnumerable<int> Items() { yield return 1; await Task.CompletedTask; yield return 2; } public void Run() { var e = Items().GetAsyncEnumerator(); Twice(() => _ = e.MoveNextAsync()); }", TestName = "An async iterator that two share")]
    public void A_race_passes(string members) => Woven.ShouldHold(Twice + members);

    [TestCase(nameof(Corpus.CodeMadeAtRunTime.A_field_incremented_by_an_expression))]
    public void A_race_in_compiled_expressions_passes(string program) =>
        Woven.ShouldHold(CorpusProgram.Of(typeof(Corpus.CodeMadeAtRunTime), program));

    [TestCase(nameof(Corpus.NotSeen.A_task_is_completed_and_what_is_made_of_it_is_not))]
    [TestCase(nameof(Corpus.NotSeen.A_value_task_is_answered_before_it_is_asked))]
    public void A_moment_between_two_steps_of_the_platform_passes(string program) =>
        Woven.ShouldHold(CorpusProgram.Of(typeof(Corpus.NotSeen), program));

    [TestCase("public void Run() { var l = new List<int>(); Twice(() => l.Add(1)); }", TestName = "A member of the platform that is called")]
    [TestCase("public void Run() { var c = new C(); Action<C> f = c => ++c.N; Twice(() => f(c)); }", TestName = "Code that is compiled")]
    [TestCase("public void Run() { var c = new C(); Both(() => c.V.A = 1, () => { var v = c.V; _ = v.A; }); }", TestName = "The first field of a struct that another copies")]
    [TestCase("IEnumerable<int> Items() { yield return 1; yield return 2; } public void Run() { var e = Items().GetEnumerator(); Twice(() => e.MoveNext()); }", TestName = "An iterator that two share")]
    public void What_stands_beside_it_in_the_row_is_seen(string members) =>
        Woven.Explore(Twice + members).Failure.ShouldBe(FailureKind.DataRace);
}
