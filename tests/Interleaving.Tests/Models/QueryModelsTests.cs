using Benchmarks;

namespace Interleaving.Tests.Models;

/// <summary>Parallel queries (AsParallel).</summary>
public sealed class QueryModelsTests
{
    [TestCase("public void Run() { var n = 0; var a = new int[]{1,2,3,4}; a.AsParallel().WithDegreeOfParallelism(2).ForAll(x => Interlocked.Add(ref n, x)); Check(n == 10); }", TestName = "plinq ForAll interlocked")]
    [TestCase("public void Run() { var n = 0; var a = new int[]{1,2,3,4}; a.AsParallel().WithDegreeOfParallelism(1).ForAll(x => n += x); Check(n == 10); }", TestName = "plinq degree 1")]
    [TestCase("public void Run() { using var c = new CancellationTokenSource(); c.Cancel(); Throws<OperationCanceledException>(() => new[]{1,2}.AsParallel().WithCancellation(c.Token).ToArray()); }", TestName = "plinq cancel before")]
    [TestCase("public void Run() { var s = 0; foreach (var x in new[]{1,2,3}.AsParallel().Select(x => x * 2)) s += x; Check(s == 12); }", TestName = "plinq foreach")]
    [TestCase("public void Run() { foreach (var x in new[]{1,2,3}.AsParallel().Select(x => x * 2)) break; }", TestName = "plinq foreach breaks")]
    [TestCase("public void Run() { Check(Partitioner.Create(new[]{1,2,3}, true).AsParallel().Sum() == 6); Check(Partitioner.Create(0, 10).AsParallel().Sum(r => r.Item2 - r.Item1) == 10); }", TestName = "plinq partitioner")]
    public void Holds(string members) => Woven.ShouldHold(members);

    [TestCase(nameof(Corpus.Queries.Sums_and_other_numbers))]
    [TestCase(nameof(Corpus.Queries.Those_with_an_order))]
    [TestCase(nameof(Corpus.Queries.Aggregates_of_parts))]
    [TestCase(nameof(Corpus.Queries.One_that_is_cancelled_while_it_runs))]
    [TestCase(nameof(Corpus.Queries.One_that_throws))]
    [TestCase(nameof(Corpus.Queries.Groups_and_a_lookup))]
    [TestCase(nameof(Corpus.Queries.The_syntax_of_queries_over_an_iterator))]
    [TestCase(nameof(Corpus.Queries.Ranges_as_sets))]
    public void A_program_of_the_corpus_holds(string program) =>
        Woven.ShouldHold(CorpusProgram.Of(typeof(Corpus.Queries), program));

    [TestCase("public void Run() { var n = 0; var a = new int[]{1,2,3,4}; a.AsParallel().Select(x => { n++; return x; }).ToArray(); }", TestName = "plinq race in Select")]
    [TestCase("public void Run() { var l = new List<int>(); var a = new int[]{1,2,3,4}; a.AsParallel().ForAll(l.Add); }", TestName = "plinq race in ForAll")]
    [TestCase("public void Run() { var l = new HashSet<int>(); var a = new int[]{1,2,3,4}; a.AsParallel().Where(l.Add).Count(); }", TestName = "plinq race in Where")]
    [TestCase("public void Run() { var a = Enumerable.Range(1, 4).ToArray(); a.AsParallel().Aggregate(new List<int>(), (s, x) => { s.Add(x); return s; }, (p, q) => p, s => s.Count); }", TestName = "plinq Aggregate shared seed")]
    [TestCase("public void Run() { var n = 0; foreach (var x in new[]{1,2,3}.AsParallel().Select(x => { Volatile.Read(ref n); n = 1; return x; })) n++; }", TestName = "plinq foreach races with select")]
    public void Is_a_data_race(string members) => Woven.ShouldFail(members, FailureKind.DataRace);

    [TestCase("public void Run() { var a = new List<int>{1,2,3,4,5}; Check(a.AsParallel().Select(x => x * 2).ToArray() is [2,4,6,8,10]); }", TestName = "plinq unordered is not ordered")]
    [TestCase("public void Run() { var n = 0; var a = new int[]{1,2}; a.AsParallel().ForAll(x => { var y = Volatile.Read(ref n); Volatile.Write(ref n, y + x); }); Check(n == 3); }", TestName = "plinq lost update")]
    [TestCase("public void Run() { var a = Enumerable.Range(1, 4).ToArray(); Check(a.AsParallel().Aggregate((x, y) => x - y) == -8); }", TestName = "plinq Aggregate not associative")]
    public void Fails(string members) => Woven.ShouldFail(members, FailureKind.Assertion);

    [Test]
    public void Two_workers_with_one_atomic_step_each_have_few_interleavings() => Woven.ShouldHold("""
        public void Run() { var n = 0; new[] { 1, 2 }.AsParallel().ForAll(x => Interlocked.Add(ref n, x)); Check(n == 3); }
        """).Complete.ShouldBe("complete: 10 schedules");

    [Test]
    public void The_work_of_a_query_is_divided_among_its_workers()
    {
        var sum = Snippet.Load("""
            public static class P { public static void Sum() { if (ParallelEnumerable.Range(0, 4_000).Sum() != 7_998_000) throw new Exception("sum"); } }
            """).Method<Action>("Sum");
        var profile = Cores.Run(4, sum);
        (profile.Work / (double)profile.Makespan).ShouldBeGreaterThan(3.5);
    }

    [Test]
    public void What_is_not_modelled_is_refused_by_name() =>
        Snippet.Weave("static class P { static object Run() => new[] { 1 }.AsParallel().Sum(x => (int?)x); }")
            .Unsupported.ShouldHaveSingleItem().Api.ShouldBe("System.Linq.ParallelEnumerable.Sum");
}
