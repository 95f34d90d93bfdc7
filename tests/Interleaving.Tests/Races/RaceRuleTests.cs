using Benchmarks;
using Interleaving.Tests.Models;

namespace Interleaving.Tests.Races;

/// <summary>What .NET's memory model orders without synchronisation, and which rule a race is told to lack.</summary>
public sealed class RaceRuleTests
{
    private const string Types = "class Box { public int N; public Box? Next; } struct Wide { public long A, B; } class Holder<T> { public T? It; } ";

    [TestCase("Box? x; public void Run() { Parallel.Invoke(() => x = new Box { N = 1 }, () => x = new Box { N = 1 }, () => { var s = x; if (s != null) Check(s.N == 1); }); }", TestName = "two writers that do not read")]
    [TestCase("Box? x; public void Run() { Parallel.Invoke(() => { var b = new Box(); b.N = 1; b.Next = new Box(); b.Next.N = 2; x = b; }, () => { var s = x; if (s != null) Check(s.N == 1 && s.Next!.N == 2); }); }", TestName = "reached through a field")]
    [TestCase("Holder<Box> h = new(); public void Run() { Parallel.Invoke(() => { var b = new Box(); b.N = 1; h.It = b; }, () => { var s = h.It; if (s != null) Check(s.N == 1); }); }", TestName = "generic field of a reference type")]
    [TestCase("Box?[] a = new Box?[1]; public void Run() { Parallel.Invoke(() => { var b = new Box(); b.N = 1; a[0] = b; }, () => { var s = a[0]; if (s != null) Check(s.N == 1); }); }", TestName = "element of an array")]
    [TestCase("static Box? x; static void Set(ref Box? to) { var b = new Box(); b.N = 1; to = b; } public void Run() { Parallel.Invoke(() => Set(ref x), () => { var s = x; if (s != null) Check(s.N == 1); }); }", TestName = "static by reference")]
    [TestCase("Box? x; public void Run() { Parallel.Invoke(() => { var b = new Box(); b.N = 1; x = b; }, () => { var s = Volatile.Read(ref x); if (s != null) Check(s.N == 1); }); }", TestName = "plain write and volatile read")]
    [TestCase("Box? x; public void Run() { Parallel.Invoke(() => { var b = new Box(); b.N = 1; Volatile.Write(ref x, b); }, () => { var s = x; if (s != null) Check(s.N == 1); }); }", TestName = "volatile write and plain read")]
    [TestCase("Box? x; public void Run() { Parallel.Invoke(() => { var b = new Box(); b.N = 1; Interlocked.Exchange(ref x, b); }, () => { var s = x; if (s != null) Check(s.N == 1); }); }", TestName = "atomic write and plain read")]
    [TestCase("(Box, int)[]? x; public void Run() { Parallel.Invoke(() => { var b = new Box(); b.N = 1; x = new[] { (b, 2) }; }, () => { var s = x; if (s != null) Check(s[0].Item1.N == 1 && s[0].Item2 == 2); }); }", TestName = "in a tuple in an array")]
    [TestCase("Box? x; Task? t; public void Run() { Parallel.Invoke(() => { var b = new Box(); b.N = 1; x = b; }, () => { if (x is { } s) t = Task.Run(() => Check(s.N == 1)); }); t?.Wait(); }", TestName = "handed on to a task")]
    [TestCase("Lazy<Box>? x; public void Run() { Parallel.Invoke(() => x = new Lazy<Box>(() => new Box { N = 1 }), () => Check(x?.Value.N is null or 1)); }", TestName = "lazy holder")]
    [TestCase("string? x; string Text() => x ??= string.Concat(\"a\", 1.ToString()); public void Run() { Parallel.Invoke(() => Check(Text() == \"a1\"), () => Check(Text() == \"a1\")); }", TestName = "equal strings")]
    [TestCase("static readonly Box One = new(), Two = One; Box? x; public void Run() { Parallel.Invoke(() => x ??= One, () => x ??= Two); Check(x == One); }", TestName = "the same object")]
    [TestCase("Box x = new(); public void Run() { Parallel.Invoke(() => { for (var i = 0; i < 3; i++) { var s = x; Check(s.N >= 0); } }, () => x = new Box { N = 1 }, () => x = new Box { N = 2 }); }", TestName = "read once in each round")]
    [TestCase("Box x = new(); int Get() => x.N; bool Has() => x.Next == null; public void Run() { Parallel.Invoke(() => Check(Get() >= 0 && Has() && Get() >= 0), () => x = new Box { N = 1 }); }", TestName = "read once in each call")]
    [TestCase("bool f; public void Run() { Parallel.Invoke(() => f = true, () => { while (!Volatile.Read(ref f)) { } }); }", TestName = "flag read by Volatile in a loop")]
    [TestCase("Box? x; public void Run() { Parallel.Invoke(() => x = new Box(), () => { while (true) { if (Volatile.Read(ref x) != null) break; Thread.Yield(); } var s = x; Check(s!.N == 0); }); }", TestName = "polled by volatile reads")]
    public void Is_ordered(string members) => Woven.ShouldHold(Types + members);

    [TestCase(nameof(Corpus.PublishedCollections.An_immutable_list_that_is_replaced_under_a_lock))]
    [TestCase(nameof(Corpus.PublishedCollections.A_dictionary_of_lists_that_is_replaced_under_a_lock))]
    public void A_program_of_the_corpus_is_ordered(string program) =>
        Woven.ShouldHold(CorpusProgram.Of(typeof(Corpus.PublishedCollections), program));

    [TestCase("Box? x; public void Run() { Parallel.Invoke(() => x ??= new Box(), () => x ??= new Box()); }", "read before it was written", TestName = "lost object")]
    [TestCase("ImmutableList<int> x = ImmutableList<int>.Empty; public void Run() { Parallel.Invoke(() => x = x.Add(1), () => x = x.Add(2)); }", "read before it was written", TestName = "lost item")]
    [TestCase("string x = \"\"; public void Run() { Parallel.Invoke(() => x += \"a\", () => x += \"b\"); }", "read before it was written", TestName = "lost text")]
    [TestCase("bool f; int v; public void Run() { Parallel.Invoke(() => { v = 1; f = true; }, () => { if (f) Check(v == 1); }); }", "A plain bool", TestName = "flag beside a value")]
    [TestCase("Wide w; public void Run() { Parallel.Invoke(() => w = new Wide { A = 1, B = 1 }, () => { var s = w; Check(s.A == s.B); }); }", "not written at once", TestName = "struct")]
    [TestCase("Box? x; public void Run() { Parallel.Invoke(() => { var b = new Box(); x = b; b.N = 1; }, () => { var s = x; if (s != null) Check(s.N >= 0); }); }", "before its reference was assigned", TestName = "changed after assignment")]
    [TestCase("List<int>? x; public void Run() { Parallel.Invoke(() => { x = new List<int>(); x.Add(1); }, () => { var s = x; if (s != null) Check(s.Count >= 0); }); }", "before its reference was assigned", TestName = "list filled after assignment")]
    [TestCase("Box? x; public void Run() { Parallel.Invoke(() => { while (x == null) { } }, () => x = new Box()); }", "A plain read in a loop", TestName = "plain read in a loop")]
    [TestCase("Box? x; public void Run() { Parallel.Invoke(() => { while (x == null) Thread.Yield(); }, () => x = new Box()); }", "A plain read in a loop", TestName = "plain read in a loop that yields")]
    [TestCase("Box? x = new(); public void Run() { Parallel.Invoke(() => { if (x != null) Check(x.N == 0); }, () => x = null); }", "read it once", TestName = "check and use")]
    [TestCase("Box x = new(); public void Run() { Parallel.Invoke(() => Check(x.N == x.N), () => x = new Box { N = 1 }); }", "read it once", TestName = "two reads in one expression")]
    [TestCase("Box? x; int v; public void Run() { Parallel.Invoke(() => { v = 1; x = new Box(); }, () => { if (x != null) Check(v == 1); }); }", "nothing orders the two", TestName = "reference beside a value")]
    [TestCase("Box? x; Box y = new(); public void Run() { Parallel.Invoke(() => { y.N = 1; x = new Box(); }, () => { if (x != null) Check(y.N == 1); }); }", "nothing orders the two", TestName = "reference beside another object")]
    [TestCase("class Back { public P? P; } int v; Back? x; public void Run() { Parallel.Invoke(() => { v = 1; x = new Back { P = this }; }, () => { if (x != null) Check(v == 1); }); }", "nothing orders the two", TestName = "reference that leads back to where it was read")]
    [TestCase("Box? x; public void Run() { Parallel.Invoke(() => x = new Box(), () => { if (x is { } s) s.N++; }, () => { if (x is { } s) s.N++; }); }", "nothing orders the two", TestName = "changed by two who read it")]
    public void Is_a_data_race_and_says_why(string members, string rule) =>
        Woven.ShouldFail(Types + members, FailureKind.DataRace).Message.ShouldContain(rule);
}
