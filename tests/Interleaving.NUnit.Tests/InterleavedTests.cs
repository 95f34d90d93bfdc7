using NUnit.Framework.Interfaces;

namespace Interleaving.NUnit.Tests;

[TestFixture]
public sealed class InterleavedTests
{
    private const string Counter =
        """
        int total;
        void Add() { var old = total; total = old + 1; }

        """;

    [Test]
    public void A_lost_update_fails_with_what_happened_and_where_and_how_to_see_it_again()
    {
        var result = Only(FixtureRun.Of(Counter +
            """
            [Test, Interleaved(DataRaces = false)]
            public async Task Both_count()
            {
                await Task.WhenAll(Task.Run(Add), Task.Run(Add));
                total.ShouldBe(2, "One was lost.");
            }
            """));

        result.ResultState.ShouldBe(ResultState.Failure);
        result.Message.ShouldContain("One was lost.");
        result.Message.ShouldContain("Tests.cs:");
        result.Message.ShouldContain("Task.Run");
        result.Message.ShouldContain("[Interleaved(Schedule = \"");
        result.StackTrace.ShouldNotBeNull().ShouldContain("Tests.cs:line ");
    }

    [Test]
    public void What_is_read_when_all_others_are_done_is_told_too() => Only(FixtureRun.Of(
        """
        int Total { get; set; }
        [Test, Interleaved(DataRaces = false)]
        public async Task Both_count()
        {
            await Task.WhenAll(Task.Run(() => Total += 1), Task.Run(() => Total += 2));
            Total.ShouldBe(3);
        }
        """)).Message.ShouldMatch(@"reads Total → [12]\n✗");

    [Test]
    public void A_passing_test_says_how_far_the_search_went() => Only(FixtureRun.Of(
        """
        int total;
        [Test, Interleaved]
        public async Task Both_count()
        {
            await Task.WhenAll(Task.Run(() => Interlocked.Increment(ref total)), Task.Run(() => Interlocked.Increment(ref total)));
            total.ShouldBe(2);
        }
        """)).Output.ShouldMatch(@"^No failure in \d+ schedules \(complete: \d+ schedules\)\s*$");

    [Test]
    public void The_schedule_of_a_failure_shows_the_same_interleaving_again()
    {
        const string Body =
            "public async Task Both() { await Task.WhenAll(Task.Run(Add), Task.Run(Add)); total.ShouldBe(2); }";
        var first = Only(FixtureRun.Of(Counter + "[Test, Interleaved(DataRaces = false)] " + Body));
        var schedule = first.Message.Split("Schedule = \"")[1].Split('"')[0];
        var again = Only(FixtureRun.Of(
            Counter + $"[Test, Interleaved(DataRaces = false, Schedule = \"{schedule}\")] " + Body));

        Table(again).ShouldBe(Table(first));

        static string Table(ITestResult result) => result.Message.Split("\n\n")[1];
    }

    [Test]
    public void A_race_that_no_assertion_sees_fails_unless_it_is_allowed()
    {
        const string Body = "public async Task One() { var other = Task.Run(() => total = 1); total = 2; await other; }";

        Only(FixtureRun.Of(Counter + "[Test, Interleaved] " + Body)).Message.ShouldContain("Data race");
        Only(FixtureRun.Of(Counter + "[Test, Interleaved(DataRaces = false)] " + Body)).ResultState.ShouldBe(ResultState.Success);
    }

    [Test]
    public void Each_execution_has_a_fixture_of_its_own_set_up_and_torn_down()
    {
        var result = Only(FixtureRun.Of(
            """
            static int alive;
            int steps;
            public Tests() { alive.ShouldBe(0); alive++; }
            [OneTimeSetUp] public void First() { steps.ShouldBe(0); steps++; }
            [SetUp] public async Task Second() { await Task.Yield(); steps.ShouldBe(1); steps++; }
            [TearDown] public async Task Third() { await Task.Delay(5); steps.ShouldBe(3); alive--; }

            [Test, Interleaved]
            public async Task One()
            {
                steps.ShouldBe(2);
                await Task.WhenAll(Task.Run(() => Interlocked.Add(ref alive, 0)), Task.Run(() => Interlocked.Add(ref alive, 0)));
                steps++;
            }
            """));

        result.ResultState.ShouldBe(ResultState.Success, result.Message);
    }

    [Test]
    public void A_failure_in_tear_down_fails_the_test()
    {
        var result = Only(FixtureRun.Of(
            """
            [TearDown] public void After() => throw new InvalidOperationException("left open");
            [Test, Interleaved] public void One() { }
            """));

        result.ResultState.ShouldBe(ResultState.Failure);
        result.Message.ShouldContain("left open");
    }

    [Test]
    public void A_fixture_is_disposed_in_each_execution()
    {
        var result = Only(FixtureRun.Of(
            """
            [Test, Interleaved] public void One() { }
            """,
            """public partial class Tests : IDisposable { public void Dispose() => throw new InvalidOperationException("disposed"); }"""));

        result.Message.ShouldContain("disposed");
    }

    [Test]
    public void An_assertion_that_is_caught_in_one_execution_leaves_no_mark_on_the_others()
    {
        var result = Only(FixtureRun.Of(
            """
            [Test, Interleaved]
            public async Task One()
            {
                var first = -1;
                await Task.WhenAll(
                    Task.Run(() => Interlocked.CompareExchange(ref first, 0, -1)),
                    Task.Run(() => Interlocked.CompareExchange(ref first, 1, -1)));
                try { Assert.That(first, Is.EqualTo(0)); } catch (AssertionException) { }
            }
            """));

        result.ResultState.ShouldBe(ResultState.Failure);
        result.AssertionResults.ShouldBeEmpty();
        result.Message.Split("nobody heard it").Length.ShouldBe(2);
    }

    [Test]
    public void Cases_get_their_own_arguments()
    {
        var results = FixtureRun.Of(
            """
            public record Amount(int Value);
            static IEnumerable<Amount> Amounts => [new(1), new(2)];
            [TestCase(1, 2)] [TestCase(2, 2)] [Interleaved] public void Case(int a, int b) => a.ShouldBe(b);
            [TestCaseSource(nameof(Amounts)), Interleaved] public void Source(Amount a) => a.ShouldBe(new Amount(2));
            [Test, Interleaved] public void Value([Values(1, 2)] int a) => a.ShouldBe(2);
            """);

        results.Where(pair => pair.Value.ResultState == ResultState.Success).Select(pair => pair.Key)
            .ShouldBe(["Case(2,2)", "Source(Amount { Value = 2 })", "Value(2)"], ignoreOrder: true);
        results.Count.ShouldBe(6);
    }

    [Test]
    public void A_fixture_with_arguments_gets_them()
    {
        var result = FixtureRun.Of(
            "[Test] public void Nothing() { }",
            """[TestFixture(7)] public class With(int number) { [Test, Interleaved] public void One() => number.ShouldBe(7); }""")["One"];

        result.ResultState.ShouldBe(ResultState.Success, result.Message);
    }

    [Test]
    public void Time_is_virtual_and_exact()
    {
        var result = Only(FixtureRun.Of(
            """
            [Test, Interleaved]
            public async ValueTask Three_waits_overlap()
            {
                var watch = System.Diagnostics.Stopwatch.StartNew();
                await Task.WhenAll(Task.Delay(2000), Task.Delay(1000), Task.Delay(3000));
                watch.Elapsed.ShouldBe(TimeSpan.FromSeconds(3));
            }
            """));

        result.ResultState.ShouldBe(ResultState.Success, result.Message);
    }

    [TestCase("[Test, Interleaved, MaxTime(10)] public void One() { }", "real time")]
    [TestCase("[TestCase(ExpectedResult = 1), Interleaved] public int One() => 1;", "ExpectedResult")]
    [TestCase("[Test, Interleaved, Act] public void One() { } public class ActAttribute : TestActionAttribute { }", "ITestAction")]
    public void What_has_no_meaning_under_exploration_is_refused_with_the_mend(string members, string mend)
    {
        var result = Only(FixtureRun.Of(members));

        result.ResultState.ShouldBe(ResultState.NotRunnable);
        result.Message.ShouldContain(mend);
    }

    [Test]
    public void Pass_and_inconclusive_mean_what_they_mean_in_NUnit()
    {
        var results = FixtureRun.Of(
            """
            [Test, Interleaved] public void Passes() => Assert.Pass();
            [Test, Interleaved] public void Inconclusive() => Assert.Inconclusive("cannot tell");
            """);

        results["Passes"].ResultState.ShouldBe(ResultState.Success);
        results["Inconclusive"].ResultState.ShouldBe(ResultState.Inconclusive);
        results["Inconclusive"].Message.ShouldBe("cannot tell");
    }

    [Test]
    public void A_deadlock_names_who_waits_for_what()
    {
        var result = Only(FixtureRun.Of(
            """
            [Test, Interleaved]
            public async Task One()
            {
                object a = new(), b = new();
                var other = Task.Run(() => { lock (b) { lock (a) { } } });
                lock (a) { lock (b) { } }
                await other;
            }
            """));

        result.Message.ShouldStartWith("Deadlock");
        result.Message.ShouldContain("held by");
    }

    [Test]
    public void What_the_engine_does_not_control_fails_by_name_and_line_and_only_where_it_is_reached()
    {
        var results = FixtureRun.Of(
            """
            [Test, Interleaved] public async Task One() => await System.IO.File.ReadAllTextAsync("nowhere");
            [Test, Interleaved] public void Two() { Func<Task> never = One; never.ShouldNotBeNull(); }
            """);

        results["One"].Message.ShouldStartWith("unsupported: System.IO.File.ReadAllTextAsync at Tests.cs:1");
        results["Two"].ResultState.ShouldBe(ResultState.Success, results["Two"].Message);
    }

    private static ITestResult Only(IReadOnlyDictionary<string, ITestResult> results) => results.Values.ShouldHaveSingleItem();
}
