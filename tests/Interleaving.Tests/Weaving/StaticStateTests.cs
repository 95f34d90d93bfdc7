using Interleaving.Instrumentation;
using Interleaving.Weaving;

namespace Interleaving.Tests.Weaving;

[NonParallelizable]
public sealed class StaticStateTests
{
    private const string Program = """
        public class Box<T> { public static int Made; public static readonly List<T> Items = [default(T)!]; }
        static class Registry
        {
            public static readonly Dictionary<string, int> Names = new() { ["a"] = 1 };
            public static int Count = Names.Count + 41;
            public const int Answer = 42;
            public static string? Last;
        }
        class Eager { public static string Log = ""; static int x; static Eager() { Log += "init;"; } public static void Touch() { } public Eager() { x++; } public static int X => x; }
        class Faulty { public static int Value = int.Parse("x"); }
        public static class P
        {
            public static object Run()
            {
                Registry.Names["b" + Registry.Names.Count] = 2; Registry.Count++; Registry.Last += "x"; Box<int>.Made++; Box<string>.Made += 2; Box<int>.Items.Add(1);
                _ = new Eager(); Eager.Touch();
                var failed = 0; for (var i = 0; i < 2; i++) try { _ = Faulty.Value; } catch (TypeInitializationException e) when (e.InnerException is FormatException) { failed++; }
                return $"{Registry.Names.Count} {Registry.Count} {Registry.Last} {Box<int>.Made} {Box<string>.Made} {Box<int>.Items.Count} {Eager.Log} {Eager.X} {failed}";
            }
        }
        """;

    [Test]
    public void Static_state_starts_anew_in_each_execution()
    {
        var snippet = Snippet.LoadNew(Program);
        snippet.Call("Run").ShouldBe("2 43 x 1 2 2 init; 1 2");
        Hooks.BeginExecution();
        snippet.Call("Run").ShouldBe("2 43 x 1 2 2 init; 1 2");
    }

    [Test]
    public void Static_state_stays_within_an_execution()
    {
        var snippet = Snippet.LoadNew(Program);
        snippet.Call("Run").ShouldBe("2 43 x 1 2 2 init; 1 2");
        snippet.Call("Run").ShouldBe("3 44 xx 2 4 3 init; 2 2");
    }

    [Test]
    public void Each_operation_has_thread_static_fields_of_its_own()
    {
        var snippet = Snippet.LoadNew("""
            public class Box<T> { [ThreadStatic] public static T? mine; }
            public static class P
            {
                [ThreadStatic] static int x; static int sum;
                static void Count(int by) { for (var i = 0; i < 3; i++) { x += by; Box<string>.mine += by; Box<int>.mine--; } Interlocked.Add(ref sum, x + Box<string>.mine!.Length - Box<int>.mine); }
                public static int Run()
                {
                    sum = 0; var t = new Thread(() => Count(1)); var u = new Thread(() => Count(2)); t.Start(); u.Start(); t.Join(); u.Join();
                    return x == 0 && Box<string>.mine == null ? sum : -1;
                }
            }
            """);
        snippet.Woven.Unsupported.ShouldBeEmpty();
        snippet.Call("Run").ShouldBe(21);
        var run = snippet.Method<Func<int>>("Run");
        Explorer.Explore(() => run().ShouldBe(21)).Message.ShouldBe("");
    }

    [Test]
    public void Threads_that_are_not_under_control_wait_for_one_initialiser()
    {
        for (var i = 0; i < 20; i++)
        {
            Snippet.LoadNew("""
                static class Table { public static int Made; public static readonly List<int> All = Make(); static List<int> Make() { Thread.Yield(); Made++; return [.. Enumerable.Range(0, 100)]; } }
                public static class P { public static int Run() { Parallel.For(0, 8, _ => { if (Table.All.Count != 100) throw new Exception(); }); return Table.Made; } }
                """).Call("Run").ShouldBe(1);
        }
    }

    [Test]
    public void A_static_field_of_another_assembly_starts_anew_too()
    {
        var (library, libraryPdb) = Snippet.Compile("public static class Shared { public static int Count = 5; public static List<int> All = [1]; }", "Library");
        var (user, userPdb) = Snippet.Compile("public static class P { public static int Run() => ++Shared.Count + Shared.All.Count; }", "User", references: [library]);
        var context = new WovenContext("two");
        context.Add(Weaver.Weave(library, libraryPdb, new WeaveOptions { FirstSite = 9_000_000, References = [user] }));
        context.Add(Weaver.Weave(user, userPdb, new WeaveOptions { FirstSite = 9_001_000, References = [library] }));
        var run = context.LoadWoven("User").GetType("P")!.GetMethod("Run")!;
        run.Invoke(null, null).ShouldBe(7);
        run.Invoke(null, null).ShouldBe(8);
        Hooks.BeginExecution();
        run.Invoke(null, null).ShouldBe(7);
    }
}
