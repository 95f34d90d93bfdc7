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
    public void A_thread_static_field_is_refused() =>
        Snippet.Weave("public class P { [ThreadStatic] static int x; public static int Run() => x; }").Unsupported
            .ShouldContain(finding => finding.ToString() == "unsupported: [ThreadStatic] P.x at Snippet.cs:1");
}
