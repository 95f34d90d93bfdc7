using NUnit.Framework.Interfaces;

namespace Interleaving.NUnit.Tests;

/// <summary>
/// The rows <c>woven</c> and <c>woven for control</c> of the boundary, and the attribute that moves an assembly from one to another.
/// The library stands beside the tests as a project of their own, a package, or a file that nobody knows.
/// </summary>
public sealed class WeavingScopeTests
{
    private const string Counter = """
        public sealed class Counter
        {
            private readonly object gate = new object();
            private static int all;
            public int Count;
            public void Add() => Count++;
            public void AddSafely() { lock (gate) Count++; }
            public static int Next() => ++all;
        }
        public sealed class Client
        {
            public async System.Threading.Tasks.Task<int> Ask() { await System.Threading.Tasks.Task.Delay(10_000); return 42; }
            public System.Threading.Tasks.Task<int> Never() => new System.Threading.Tasks.TaskCompletionSource<int>().Task;
        }
        """;

    private const string Racing =
        "[Test, Interleaved] public async Task Run() { var c = new Counter(); await Task.WhenAll(Task.Run(c.Add), Task.Run(c.Add)); }";

    [TestCase(true, "project")]
    [TestCase(false, "project")]
    [TestCase(true, null)]
    public void In_your_own_projects_races_are_told(bool symbols, string? type)
    {
        var result = Run(Racing, new Library("Own.Code", Counter, symbols, type));

        result.Message.ShouldStartWith("Data race: ");
        result.Message.Contains("Library.cs:6", StringComparison.Ordinal).ShouldBe(symbols);
    }

    [Test]
    public void A_pdb_in_the_assembly_is_read()
    {
        var result = Run(Racing, new Library("Own.Embedded", Counter, true, "project", Embedded: true));

        result.Message.ShouldStartWith("Data race: ");
        result.Message.ShouldContain("Library.cs:6");
    }

    [TestCase(true, "package")]
    [TestCase(false, "package")]
    [TestCase(false, null)]
    public void In_packages_no_races_are_told(bool symbols, string? type)
    {
        var result = Run(Racing, new Library("Contoso.Package", Counter, symbols, type));

        result.ResultState.ShouldBe(ResultState.Success, result.Message);
        result.Output.ShouldContain("; no races told in: Contoso.Package");
    }

    [TestCase("Contoso.Widened")]
    [TestCase("Contoso.*")]
    public void The_attribute_widens_where_races_are_looked_for(string pattern)
    {
        var result = Run(Racing, new Library("Contoso.Widened", Counter, true, "package"), $"[assembly: Weaving(\"{pattern}\", WeavingScope.Races)]");

        result.Message.ShouldStartWith("Data race: ");
        result.Message.ShouldContain("Library.cs:6");
    }

    [Test]
    public void The_attribute_narrows_it() =>
        Run(Racing, new Library("Own.Narrowed", Counter, true, "project"), "[assembly: Weaving(\"Own.Narrowed\", WeavingScope.Control)]")
            .ResultState.ShouldBe(ResultState.Success);

    [Test]
    public void Of_two_that_cover_an_assembly_the_last_counts() =>
        Run(Racing, new Library("Own.Last", Counter, true, "project"), "[assembly: Weaving(\"Own.*\", WeavingScope.Races), Weaving(\"Own.Last\", WeavingScope.Control)]")
            .ResultState.ShouldBe(ResultState.Success);

    [Test]
    public void Tasks_locks_time_and_static_state_of_a_package_are_under_control() => Run(
        """
        [Test, Interleaved] public async Task Run()
        {
            Counter.Next().ShouldBe(1);
            var start = DateTime.UtcNow;
            (await new Client().Ask()).ShouldBe(42);
            (DateTime.UtcNow - start).ShouldBe(TimeSpan.FromSeconds(10));
            var c = new Counter();
            await Task.WhenAll(Task.Run(c.AddSafely), Task.Run(c.AddSafely));
            c.Count.ShouldBe(2);
        }
        """,
        new Library("Contoso.Controlled", Counter, false, "package")).ResultState.ShouldBe(ResultState.Success);

    /// <summary>How often the test has run is told from a number that lies in the process.</summary>
    [TestCase("", "1", "")]
    [TestCase("[System.Runtime.InteropServices.DllImport(\"c\")] private static extern int getpid();", "runs", "; static state stays in: ")]
    public void Static_state_of_a_package_starts_anew_unless_it_calls_native_code(string native, string expected, string told)
    {
        var name = native.Length == 0 ? "Contoso.Statics" : "Contoso.Native";
        var result = Run(
            $$"""
            [Test, Interleaved(Schedules = 5)] public async Task Run()
            {
                var runs = (int)(AppContext.GetData("{{name}}") ?? 0) + 1;
                AppContext.SetData("{{name}}", runs);
                Counter.Next().ShouldBe({{expected}});
                await Task.WhenAll(Task.Run(Thread.Yield), Task.Run(Thread.Yield));
            }
            """,
            new Library(name, $"public static class Counter {{ private static int all; {native} public static int Next() => ++all; }}", false, "package"));

        result.ResultState.ShouldBe(ResultState.Success, result.Message);
        ((int)AppContext.GetData(name)!).ShouldBeGreaterThan(1);
        result.Output.Contains("static state stays in: ", StringComparison.Ordinal).ShouldBe(told.Length > 0);
    }

    [TestCase("private volatile bool it; public void Set() => it = true; public bool IsSet => it;")]
    [TestCase("private int it; public void Set() => System.Threading.Interlocked.Increment(ref it); public bool IsSet => System.Threading.Interlocked.CompareExchange(ref it, 0, 0) > 0;")]
    [TestCase("private bool it; public void Set() { lock (this) it = true; } public bool IsSet { get { lock (this) return it; } }")]
    public void What_a_package_says_by_synchronisation_orders_what_it_says_it_of(string members) => Run(
        """
        [Test, Interleaved] public async Task Run()
        {
            var flag = new Flag();
            var value = 0;
            await Task.WhenAll(Task.Run(() => { value = 1; flag.Set(); }), Task.Run(() => { if (flag.IsSet) value.ShouldBe(1); }));
        }
        """,
        new Library($"Contoso.Flag{members.Length}", $"public sealed class Flag {{ {members} }}", false, "package")).ResultState.ShouldBe(ResultState.Success);

    [Test]
    public void A_plain_flag_of_a_package_orders_nothing() => Run(
        """
        [Test, Interleaved] public async Task Run()
        {
            var flag = new Flag();
            var value = 0;
            await Task.WhenAll(Task.Run(() => { value = 1; flag.Set(); }), Task.Run(() => { if (flag.IsSet) value.ShouldBe(1); }));
        }
        """,
        new Library("Contoso.Plain", "public sealed class Flag { private bool it; public void Set() => it = true; public bool IsSet => it; }", false, "package"))
        .Message.ShouldStartWith("Data race: ");

    [Test]
    public void Two_calls_of_a_package_are_points_at_which_others_may_come_between() => Run(
        """
        [Test, Interleaved] public async Task Run()
        {
            var c = new Counter();
            void Up() { var n = c.Read(); c.Write(n + 1); }
            await Task.WhenAll(Task.Run(Up), Task.Run(Up));
            c.Read().ShouldBe(2);
        }
        """,
        new Library("Contoso.Points", "public sealed class Counter { private int n; public int Read() => n; public void Write(int v) => n = v; }", false, "package"))
        .Message.ShouldContain("should be");

    [TestCase("await new Client().Ask();", "Client.Ask (Contoso.Foreign)")]
    [TestCase("await new Client().Never();", "Client.Never")]
    [TestCase("new Client().Ask().Wait();", "Client.Ask (Contoso.Foreign)")]
    [TestCase("await Task.WhenAll(new Client().Ask(), Task.Delay(1));", "Client.Ask (Contoso.Foreign)")]
    public void Awaiting_what_is_left_alone_is_refused_by_the_name_of_where_it_comes_from(string statement, string origin)
    {
        var result = Run(
            $"[Test, Interleaved] public async Task Run() {{ {statement} await Task.CompletedTask; }}",
            new Library("Contoso.Foreign", Counter, true, "package"),
            "[assembly: Weaving(\"Contoso.Foreign\", WeavingScope.None)]");

        result.Message.ShouldStartWith("unsupported: ");
        result.Message.ShouldContain($"a task that comes from {origin}, which is not under control, at Tests.cs:1: nothing here can complete it");
        result.Message.ShouldContain("Instead: a substitute that completes its task by a TaskCompletionSource, Task.Delay or Task.Run.");
        result.Message.ShouldNotContain("Found in schedule");
    }

    [Test]
    public void What_is_left_alone_is_named_by_a_pass()
    {
        var result = Run(
            "[Test, Interleaved] public void Run() => new Counter().Add();",
            new Library("Contoso.Alone", Counter, true, "package"),
            "[assembly: Weaving(\"Contoso.Alone\", WeavingScope.None)]");

        result.Output.ShouldContain("; not under control: Contoso.Alone");
    }

    private static ITestResult Run(string members, Library library, string attributes = "") =>
        FixtureRun.Of(members, attributes, library).Values.ShouldHaveSingleItem();
}
