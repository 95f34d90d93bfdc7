using NUnit.Framework.Interfaces;

namespace Interleaving.NUnit.Tests;

/// <summary>What NUnit gives a test: arguments, context, output, time limits.</summary>
[TestFixture]
public sealed class FixtureTests
{
    private const string Pause = "await Task.WhenAll(Task.Run(() => { }), Task.Run(() => { }));";

    /// <summary>Two executions or more, and in each the argument is as its source made it.</summary>
    [TestCase("static readonly object[] Source = [new List<int> { 1 }];", "List<int> a", "a[0].ShouldBe(1); a[0] = 7;")]
    [TestCase("static IEnumerable<List<string>> Source => [[\"one\"]];", "List<string> a", "a.ShouldBe([\"one\"]); a.Add(\"two\");")]
    [TestCase("static readonly Box[] Source = [new Box { Value = 1 }];", "Box a", "a.Value.ShouldBe(1); a.Value++;")]
    [TestCase("static readonly Dictionary<string, Box> Map = new() { [\"k\"] = new Box { Value = 1 } }; static object[] Source => [Map];",
        "Dictionary<string, Box> a", "a[\"k\"].Value.ShouldBe(1); a[\"k\"].Value++; a.Remove(\"k\");")]
    [TestCase("static readonly HashSet<Box> Source1 = [new Box { Value = 1 }]; static object[] Source => [Source1];",
        "HashSet<Box> a", "a.Contains(a.Single()).ShouldBeTrue(); a.Single().Value.ShouldBe(1); a.Single().Value++;")]
    [TestCase("static int made; static IEnumerable<Box> Source { get { yield return new Box { Value = ++made }; } }",
        "Box a", "a.Value.ShouldBeInRange(1, 2); a.Value += 10;")]
    [TestCase("static IEnumerable<Guid> Source { get { yield return Guid.NewGuid(); yield return Guid.NewGuid(); } }", "Guid a", "a.ShouldNotBe(Guid.Empty);")]
    [TestCase("static IEnumerable<Func<int>> Source { get { var made = 0; yield return () => ++made; } }", "Func<int> a", "a().ShouldBe(1);")]
    public void An_argument_out_of_a_source_starts_anew_in_each_execution(string source, string parameter, string body)
    {
        var results = FixtureRun.Of(
            $$"""
            public class Box { public int Value; public override string ToString() => "a box"; }
            {{source}}
            [TestCaseSource(nameof(Source)), Interleaved] public async Task Case({{parameter}}) { {{body}} {{Pause}} }
            [Test, Interleaved] public async Task Value([ValueSource(nameof(Source))] {{parameter}}) { {{body}} {{Pause}} }
            """);

        foreach (var result in results.Values)
            result.ResultState.ShouldBe(ResultState.Success, result.Message);
        results.Count.ShouldBeGreaterThanOrEqualTo(2);
    }

    [Test]
    public void So_does_an_argument_of_the_fixture()
    {
        var results = FixtureRun.Of(
            "public static readonly List<int>[] Lists = [[1]]; [Test] public void Nothing() { }",
            $$"""
            [TestFixtureSource(typeof(Tests), nameof(Tests.Lists))]
            public class With(List<int> list) { [Test, Interleaved] public async Task One() { list.Count.ShouldBe(1); list.Add(2); {{Pause}} } }
            """);

        results["One"].ResultState.ShouldBe(ResultState.Success, results["One"].Message);
    }

    [Test]
    public void What_a_failing_execution_wrote_is_told_and_nothing_of_the_others()
    {
        var result = Only(FixtureRun.Of(
            """
            [TearDown] public void After() => TestContext.Out.WriteLine($"ended {TestContext.CurrentContext.Result.Outcome.Status}");
            [Test, Interleaved]
            public async Task One()
            {
                var first = -1;
                await Task.WhenAll(
                    Task.Run(() => Interlocked.CompareExchange(ref first, 0, -1)),
                    Task.Run(() => Interlocked.CompareExchange(ref first, 1, -1)));
                Console.WriteLine($"first was {first}");
                first.ShouldBe(0);
            }
            """));

        result.ResultState.ShouldBe(ResultState.Failure);
        result.Output.ShouldContain("What the test wrote in the schedule that failed:\nfirst was 1\nended Failed");
        result.Output.ShouldNotContain("first was 0");
    }

    [Test]
    public void The_test_finds_its_directory_and_its_name()
    {
        var result = Only(FixtureRun.Of(
            """
            [TestCase(1), Interleaved]
            public void One(int number)
            {
                System.IO.File.Exists(System.IO.Path.Combine(TestContext.CurrentContext.TestDirectory, GetType().Assembly.GetName().Name + ".dll")).ShouldBeTrue();
                TestContext.CurrentContext.Test.Name.ShouldBe("One(1)");
                TestContext.CurrentContext.Test.Arguments.ShouldBe([1]);
                TestContext.CurrentContext.WorkDirectory.ShouldNotBeEmpty();
            }
            """));

        result.ResultState.ShouldBe(ResultState.Success, result.Message);
    }

    [Test]
    public void The_attribute_alone_makes_a_test_and_beside_others_adds_none()
    {
        var results = FixtureRun.Of(
            """
            [Interleaved] public void Alone() { }
            [Interleaved] public void With_values([Values(1, 2)] int a) => a.ShouldBe(1);
            [Interleaved, Test] public void Before_test() { }
            [Test, Interleaved] public void After_test() { }
            [Interleaved, TestCase(1), TestCase(2)] public void Cases(int a) { }
            """,
            "public class Unmarked { [Interleaved] public void In_an_unmarked_class() { } }");

        results.Keys.ShouldBe(
            [
                "Alone", "With_values(1)", "With_values(2)", "Before_test", "After_test", "Cases(1)", "Cases(2)",
                "In_an_unmarked_class",
            ],
            ignoreOrder: true);
        results["Alone"].Output.ShouldStartWith("No failure in ");
        results["With_values(2)"].ResultState.ShouldBe(ResultState.Failure);
        results.Values.Count(result => result.ResultState == ResultState.Success).ShouldBe(7);
    }

    [Test]
    public void Cancel_after_counts_virtual_time()
    {
        var results = FixtureRun.Of(
            """
            [Interleaved, CancelAfter(1_000)] public async Task In_time(CancellationToken token) { await Task.Delay(900, token); token.IsCancellationRequested.ShouldBeFalse(); }
            [Interleaved, CancelAfter(1_000)] public async Task Late(CancellationToken token) { await Task.Delay(3_600_000, token); }
            [Interleaved, CancelAfter(1_000)] public async Task By_context() { await Task.Delay(-1, TestContext.CurrentContext.CancellationToken); }
            [Interleaved, CancelAfter(1_000)] public async Task Exactly(CancellationToken token)
            {
                var watch = System.Diagnostics.Stopwatch.StartNew();
                try { await Task.Delay(-1, token); } catch (OperationCanceledException) { }
                watch.Elapsed.ShouldBe(TimeSpan.FromSeconds(1));
            }
            """);

        results["In_time"].ResultState.ShouldBe(ResultState.Success, results["In_time"].Message);
        results["Exactly"].ResultState.ShouldBe(ResultState.Success, results["Exactly"].Message);
        results["Late"].Message.ShouldStartWith("Test exceeded CancelAfter value of 1000ms");
        results["By_context"].Message.ShouldStartWith("Test exceeded CancelAfter value of 1000ms");
    }

    [Test]
    public void Timeout_counts_virtual_time()
    {
        var results = FixtureRun.Of(
            """
            [Interleaved, Timeout(1_000)] public async Task In_time() => await Task.Delay(1_000);
            [Interleaved, Timeout(1_000)] public async Task Late() { await Task.Delay(1_001); }
            [Interleaved, Timeout(1_000)] public void Never() { while (true) Thread.Sleep(10); }
            [Interleaved, Timeout(1_000)] public async Task Deadlock() => await new TaskCompletionSource().Task;
            """,
            "[Timeout(50)] public class All { [Interleaved] public async Task Too_late() => await Task.Delay(60); }");

        results["In_time"].ResultState.ShouldBe(ResultState.Success, results["In_time"].Message);
        results["Late"].Message.ShouldStartWith("The test did not end within 1,000 ms of virtual time.");
        results["Late"].Message.ShouldContain("Tests.cs:2");
        results["Never"].Message.ShouldStartWith("The test did not end within 1,000 ms of virtual time.");
        results["Deadlock"].Message.ShouldStartWith("Deadlock");
        results["Too_late"].Message.ShouldStartWith("The test did not end within 50 ms of virtual time.");
    }

    [TestCase("Schedules = -5", "Schedules is 1 or more")]
    [TestCase("MaxSteps = -1", "MaxSteps is 1 or more")]
    [TestCase("Cores = -1", "Cores is 1 or more")]
    [TestCase("Depth = -1", "Depth is 1 or more")]
    [TestCase("Preemptions = -2", "Preemptions is 0 or more")]
    [TestCase("Strategy = (Strategy)99", "no such strategy")]
    [TestCase("Schedule = \"nonsense\"", "[Interleaved(Schedule = \"nonsense\")]")]
    public void An_option_out_of_range_is_refused(string option, string words)
    {
        var result = Only(FixtureRun.Of($"[Interleaved({option})] public void One() {{ }}"));

        result.ResultState.ShouldBe(ResultState.NotRunnable);
        result.Message.ShouldContain(words);
    }

    private static ITestResult Only(IReadOnlyDictionary<string, ITestResult> results) => results.Values.ShouldHaveSingleItem();
}
