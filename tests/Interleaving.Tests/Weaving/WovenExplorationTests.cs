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

    private static IEnumerable<TestCaseData> Racing()
    {
        yield return Case("list", "static readonly List<int> n = [];", "n.Add(1);");
        yield return Case("list behind an interface", "static readonly IList<int> n = new List<int>();", "n.Add(1);");
        yield return Case("dictionary", "static readonly Dictionary<int, int> n = [];", "if (!n.TryGetValue(1, out var x)) n[1] = x;");
        yield return Case("LINQ over a list", "static readonly List<int> n = [1];", "if (n.Sum() > 0) n.Clear();");
        yield return Case("string builder", "static readonly System.Text.StringBuilder n = new();", "n.Append(1);");
        yield return Case("out argument", "class C { public int n; } static readonly C c = new();", "int.TryParse(\"1\", out c.n);");
        yield return Case("platform's struct", "class C { public DateTime n; } static readonly C c = new();", "if (c.n.Ticks == 0) c.n = new(5);");
        yield return Case("nullable", "class C { public int? n; } static readonly C c = new();", "if (!c.n.HasValue) c.n = 1;");
        yield return Case("event", "class C { public event Action? n; public void Up() => n?.Invoke(); public int m; } static readonly C c = new();", "c.m = 1; c.Up();");
        yield return Case("lazily set field", "static object? n;", "n ??= new object();");
        yield return Case("generic static", "static class G<T> { public static T n = default!; }", "G<int>.n = 1;");
        yield return Case("switch on a field", "enum E { A, B } static E e;", "switch (e) { case E.A: e = E.B; break; }");
    }

    [TestCaseSource(nameof(Racing))]
    public void A_data_race_is_found_on(string declarations, string body)
    {
        var exploration = Explore($$"""
            public static class P
            {
                {{declarations}}
                static void Add() { {{body}} }
                public static void Run() { {{Two}} }
            }
            """, new ExplorationOptions());
        exploration.Failure.ShouldBe(FailureKind.DataRace, exploration.Message);
        exploration.Message.ShouldContain("Snippet.cs:4");
    }

    [TestCase("static readonly Dictionary<string, int> n = new() { [\"a\"] = 1 }; static int Get() => n[\"a\"];", "Get();", TestName = "A table that is only read")]
    [TestCase("record R(int A, string B); static readonly R r = new(1, \"x\");", "_ = r.A + r.B.Length;", TestName = "An immutable record")]
    [TestCase("static int n; static readonly Lock gate = new();", "lock (gate) n++;", TestName = "A Lock")]
    [TestCase("static int n;", "Interlocked.Increment(ref n);", TestName = "Interlocked")]
    [TestCase("static int n; static readonly SemaphoreSlim gate = new(1); static async Task Up() { await gate.WaitAsync(); try { n++; } finally { gate.Release(); } }", "Up().Wait();", TestName = "A semaphore across awaits")]
    [TestCase("static volatile bool n;", "n = true; if (n) n = false;", TestName = "A volatile field")]
    [TestCase("static Action release = null!; static readonly SemaphoreSlim gate = new(1);", "gate.Wait(); Func<int> f = gate.Release; f();", TestName = "A delegate of a modelled method")]
    [TestCase("static class G<T> { public static int n; } static int who;", "if (Interlocked.Increment(ref who) == 1) G<int>.n++; else G<string>.n++;", TestName = "A static field for each instantiation")]
    [TestCase("class C(int[] table, int start) { int from = start; public int Get() => table[from]; } static C c = new([1], 0);", "c.Get();", TestName = "Fields that only constructors set")]
    [TestCase("static void Use<T>(T x) where T : IDisposable { x.Dispose(); }", "Use(new CancellationTokenSource()); using var c = new CancellationTokenSource(); using var r = c.Token.Register(() => { }); Action a = c.Token.ThrowIfCancellationRequested; a();", TestName = "Disposing through a type parameter")]
    public void Is_accepted(string declarations, string body)
    {
        var exploration = Explore($$"""
            public static class P
            {
                {{declarations}}
                static void Add() { {{body}} }
                public static void Run() { {{Two}} }
            }
            """, new ExplorationOptions());
        exploration.Message.ShouldBe("");
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

    [Test]
    public void A_handler_that_swallows_everything_does_not_swallow_the_end()
    {
        var snippet = Snippet.LoadNew("""
            public static class P
            {
                static int n; public static int swallowed;
                public static int Swallowed() => swallowed;
                public static void Run()
                {
                    _ = Task.Run(() => { while (true) { try { Interlocked.Increment(ref n); Thread.Yield(); } catch { swallowed++; } } });
                    _ = Task.Run(async () => { while (true) { try { await Task.Delay(1); } catch (Exception e) when (e.Message != "") { swallowed++; } } });
                    Thread.Sleep(1);
                }
            }
            """);
        Explorer.Explore(snippet.Method<Action>("Run"), new ExplorationOptions { Schedules = 5 }).Message.ShouldBe("");
        snippet.Call("Swallowed").ShouldBe(0);
    }

    private static TestCaseData Case(string name, params object[] arguments) => new TestCaseData(arguments).SetArgDisplayNames(name);

    private static Exploration Explore(string source, ExplorationOptions options)
    {
        var snippet = Snippet.LoadNew(source);
        snippet.Woven.Unsupported.ShouldBeEmpty();
        return Explorer.Explore(snippet.Method<Action>("Run"), options);
    }
}
