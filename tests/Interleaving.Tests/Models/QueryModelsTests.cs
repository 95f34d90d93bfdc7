namespace Interleaving.Tests.Models;

/// <summary>Parallel queries (AsParallel).</summary>
public sealed class QueryModelsTests
{
    [TestCase("public void Run() { var a = Enumerable.Range(1, 8).ToArray(); Check(a.AsParallel().Sum() == 36); Check(a.AsParallel().Select(x => x * 2).Where(x => x > 4).Sum() == 66); Check(a.AsParallel().Average() == 4.5 && a.AsParallel().Max() == 8 && a.AsParallel().Min(x => -x) == -8); Check(a.AsParallel().Count(x => x > 3) == 5); }", TestName = "plinq sum")]
    [TestCase("public void Run() { var a = new List<int>{1,2,3,4,5}; Check(a.AsParallel().AsOrdered().Select(x => x * 2).ToArray() is [2,4,6,8,10]); Check(a.AsParallel().OrderByDescending(x => x % 2).ThenBy(x => x).ToList() is [1,3,5,2,4]); Check(string.Join(\",\", a.AsParallel().OrderBy(x => -x)) == \"5,4,3,2,1\"); Check(string.Join(\",\", a.AsParallel().AsOrdered()) == \"1,2,3,4,5\"); }", TestName = "plinq ordered")]
    [TestCase("public void Run() { var n = 0; var a = new int[]{1,2,3,4}; a.AsParallel().WithDegreeOfParallelism(2).ForAll(x => Interlocked.Add(ref n, x)); Check(n == 10); }", TestName = "plinq ForAll interlocked")]
    [TestCase("public void Run() { var n = 0; var a = new int[]{1,2,3,4}; a.AsParallel().WithDegreeOfParallelism(1).ForAll(x => n += x); Check(n == 10); }", TestName = "plinq degree 1")]
    [TestCase("public void Run() { var a = Enumerable.Range(1, 8).ToArray(); Check(a.AsParallel().Aggregate(() => 0, (s, x) => s + x, (p, q) => p + q, s => s * 2) == 72); Check(a.AsParallel().Aggregate((x, y) => x + y) == 36); Check(a.AsParallel().Aggregate(1, (s, x) => s + x) == 37); }", TestName = "plinq Aggregate with parts")]
    [TestCase("public void Run() { using var c = new CancellationTokenSource(); c.Cancel(); Throws<OperationCanceledException>(() => new[]{1,2}.AsParallel().WithCancellation(c.Token).ToArray()); }", TestName = "plinq cancel before")]
    [TestCase("public void Run() { using var c = new CancellationTokenSource(); try { new[]{1,2,3,4}.AsParallel().WithCancellation(c.Token).ForAll(x => { if (x == 1) c.Cancel(); c.Token.ThrowIfCancellationRequested(); }); Check(false); } catch (OperationCanceledException) { } }", TestName = "plinq cancel during")]
    [TestCase("public void Run() { var e = Throws<AggregateException>(() => new[]{1,2,3,4}.AsParallel().Select(x => x == 2 ? throw new ArgumentException() : x).ToArray()); Check(e.InnerExceptions.All(x => x is ArgumentException)); }", TestName = "plinq exceptions")]
    [TestCase("public void Run() { var a = Enumerable.Range(1, 6).ToArray(); var g = a.AsParallel().GroupBy(x => x % 2).ToDictionary(x => x.Key, x => x.Sum()); Check(g[0] == 12 && g[1] == 9); var l = a.AsParallel().ToLookup(x => x > 3); Check(l[true].Count() == 3); }", TestName = "plinq group and dictionary")]
    [TestCase("public void Run() { var s = 0; foreach (var x in new[]{1,2,3}.AsParallel().Select(x => x * 2)) s += x; Check(s == 12); }", TestName = "plinq foreach")]
    [TestCase("public void Run() { foreach (var x in new[]{1,2,3}.AsParallel().Select(x => x * 2)) break; }", TestName = "plinq foreach breaks")]
    [TestCase("public void Run() { IEnumerable<int> Src() { for (var i = 0; i < 4; i++) yield return i; } var r = (from x in Src().AsParallel().AsOrdered() from y in new[]{x, x * 10} where y % 2 == 0 select y + 1).ToArray(); Check(r is [1,1,3,21,11,31] || r is [1, 1, 11, 3, 21, 31], string.Join(\",\", r)); }", TestName = "plinq query syntax, SelectMany, enumerable source")]
    [TestCase("public void Run() { Check(ParallelEnumerable.Range(0, 5).Concat(ParallelEnumerable.Range(5, 5)).Distinct().Count() == 10); Check(ParallelEnumerable.Range(0, 5).Take(2).Count() == 2); Check(!ParallelEnumerable.Range(0, 5).Any(x => x > 7) && ParallelEnumerable.Range(0, 5).All(x => x < 7)); Check(ParallelEnumerable.Range(0, 5).AsSequential().Sum() == 10); }", TestName = "plinq range and set ops")]
    [TestCase("public void Run() { Check(Partitioner.Create(new[]{1,2,3}, true).AsParallel().Sum() == 6); Check(Partitioner.Create(0, 10).AsParallel().Sum(r => r.Item2 - r.Item1) == 10); }", TestName = "plinq partitioner")]
    public void Holds(string members) => Woven.ShouldHold(members);

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
