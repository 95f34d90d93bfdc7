namespace Interleaving.Tests.Weaving;

/// <summary>Memory of each kind is a place where operations can meet, so the same lost update is found in all of them.</summary>
[NonParallelizable]
public sealed class WovenExplorationTests
{
    private const string Two = "Task.WhenAll(Task.Run(() => Add()), Task.Run(() => Add())).Wait();";

    private static IEnumerable<TestCaseData> Broken()
    {
        yield return Case("instance field", "class C { public int n; } static C c = new();", "var x = c.n; c.n = x + 1;", "c.n");
        yield return Case("automatic property", "class C { public int N { get; set; } } static C c = new();", "c.N++;", "c.N");
        yield return Case("static field", "static int n;", "n++;", "n");
        yield return Case("array element", "static readonly int[] n = new int[3]; static int At() => 1;", "n[At()]++;", "n[1]");
        yield return Case("matrix element", "static readonly long[,] n = new long[2, 2];", "n[1, 0] += 1;", "(int)n[1, 0]");
        yield return Case("reference", "class C { public int n; } static readonly C c = new(); static void Up(ref int n) => n++;", "Up(ref c.n);", "c.n");
        yield return Case("reference local", "static readonly int[] n = new int[1];", "ref var r = ref n[0]; r += 1;", "n[0]");
        yield return Case("span", "static readonly int[] n = new int[4];", "var s = n.AsSpan(1, 2); s[1]++;", "n[2]");
        yield return Case("struct in a field", "struct S { public int n; public void Up() => n++; } class C { public S s; } static readonly C c = new();", "c.s.Up();", "c.s.n");
        yield return Case("field of a struct", "struct S { public int n; } class C { public S s; } static readonly C c = new();", "c.s.n++;", "c.s.n");
        yield return Case("struct in an array", "struct S { public int n; } static readonly S[] s = new S[2];", "s[1].n++;", "s[1].n");
        yield return Case("generic class", "class C<T> { public T n; } static readonly C<int> c = new();", "c.n = c.n + 1;", "c.n");
        yield return Case("tuple", "class C { public (int A, int B) t; } static readonly C c = new();", "c.t.B++;", "c.t.B");
    }

    [TestCaseSource(nameof(Broken))]
    public void A_lost_update_is_found_in(string declarations, string add, string result)
    {
        var exploration = Explore($$"""
            public static class P
            {
                {{declarations}}
                static void Add() { {{add}} }
                public static void Run() { {{Two}} if ({{result}} != 2) throw new Exception("lost"); }
            }
            """, new ExplorationOptions { DataRaces = false });
        exploration.Exception.ShouldNotBeNull().Message.ShouldBe("lost");
    }

    [Test]
    public void A_lost_update_is_found_in_a_captured_variable() => Explore("""
        public static class P
        {
            public static void Run()
            {
                var n = 0;
                Action add = () => n++;
                Task.WhenAll(Task.Run(add), Task.Run(add)).Wait();
                if (n != 2) throw new Exception("lost");
            }
        }
        """, new ExplorationOptions { DataRaces = false }).Exception.ShouldNotBeNull().Message.ShouldBe("lost");

    [Test]
    public void A_lost_update_is_found_across_an_await() => Explore("""
        public static class P
        {
            static int n;
            static async Task Add() { var x = n; await Task.Yield(); n = x + 1; }
            public static void Run()
            {
                Task.WhenAll(Add(), Add()).Wait();
                if (n != 2) throw new Exception("lost");
            }
        }
        """, new ExplorationOptions()).Failure.ShouldNotBeNull();

    [Test]
    public void A_lock_keeps_every_update()
    {
        var exploration = Explore("""
            public static class P
            {
                static int n; static readonly object gate = new();
                public static void Run()
                {
                    Action add = () => { lock (gate) n++; };
                    Task.WhenAll(Task.Run(add), Task.Run(add)).Wait();
                    if (n != 2) throw new Exception("lost");
                }
            }
            """, new ExplorationOptions());
        exploration.Message.ShouldBe("");
    }

    private static TestCaseData Case(string name, string declarations, string add, string result) =>
        new TestCaseData(declarations, add, result).SetArgDisplayNames(name);

    private static Exploration Explore(string source, ExplorationOptions options)
    {
        var snippet = Snippet.LoadNew(source);
        snippet.Woven.Unsupported.ShouldBeEmpty();
        return Explorer.Explore(snippet.Method<Action>("Run"), options);
    }
}
