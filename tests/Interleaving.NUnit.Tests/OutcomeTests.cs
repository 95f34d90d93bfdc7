using NUnit.Framework.Interfaces;

namespace Interleaving.NUnit.Tests;

/// <summary>What a test says of itself in one schedule hides none of the others: the worst counts.</summary>
[TestFixture]
public sealed class OutcomeTests
{
    /// <summary>The order in which two tasks come is 0 in the first schedule and 1 in some other; without a data race.</summary>
    private const string Order =
        """
        static async Task<int> First()
        {
            var first = -1;
            await Task.WhenAll(
                Task.Run(() => Interlocked.CompareExchange(ref first, 0, -1)),
                Task.Run(() => Interlocked.CompareExchange(ref first, 1, -1)));
            return first;
        }

        """;

    [TestCase("Assert.Pass();")]
    [TestCase("Assert.Ignore(\"not today\");")]
    [TestCase("Assert.Inconclusive(\"cannot tell\");")]
    [TestCase("Assume.That(first, Is.EqualTo(1));")]
    [TestCase("Assert.Warn(\"odd\");")]
    public void A_failure_in_another_schedule_comes_before_it(string first)
    {
        var result = Run($"var first = await First(); if (first == 0) {{ {first} }} else {{ Assert.Fail(\"the second came first\"); }}");

        result.ResultState.ShouldBe(ResultState.Failure);
        result.Message.ShouldContain("the second came first");
    }

    [TestCase("Assert.Pass();", "", TestStatus.Passed)]
    [TestCase("Assert.Ignore(\"not today\");", "not today", TestStatus.Skipped)]
    [TestCase("Assert.Inconclusive(\"cannot tell\");", "cannot tell", TestStatus.Inconclusive)]
    [TestCase("Assume.That(first, Is.EqualTo(0));", "Expected: 0", TestStatus.Inconclusive)]
    [TestCase("Assert.Warn(\"odd\");", "odd", TestStatus.Warning)]
    [TestCase("Warn.If(first, Is.EqualTo(1), \"odd\");", "odd", TestStatus.Warning)]
    [TestCase("Assert.Ignore(); Assert.Fail();", "", TestStatus.Skipped)]
    public void What_is_said_in_some_schedule_is_the_outcome_when_nothing_is_worse(string other, string message, TestStatus status)
    {
        var result = Run($"var first = await First(); if (first == 1) {{ {other} }}");

        result.ResultState.Status.ShouldBe(status, result.Message);
        result.Message.ShouldContain(message);
        result.Output.ShouldContain("No failure in ");
    }

    [Test]
    public void A_warning_counts_more_than_an_assumption_and_that_more_than_a_skip()
    {
        Run("if (await First() == 0) Assert.Inconclusive(); else Assert.Warn(\"odd\");").ResultState.ShouldBe(ResultState.Warning);
        Run("if (await First() == 0) Assert.Ignore(); else Assert.Inconclusive(\"no\");").ResultState.ShouldBe(ResultState.Inconclusive);
        Run("if (await First() == 0) Assert.Pass(); else Assert.Ignore(\"no\");").ResultState.ShouldBe(ResultState.Ignored);
    }

    [TestCase("[SetUp] public void Before() => Assert.Ignore(\"here\");", TestStatus.Skipped)]
    [TestCase("[SetUp] public async Task Before() { await Task.Yield(); Assume.That(1, Is.EqualTo(2), \"here\"); }", TestStatus.Inconclusive)]
    [TestCase("[SetUp] public void Before() => Assert.Ignore(\"not here\"); [TearDown] public void After() => Assert.Fail(\"here\");", TestStatus.Failed)]
    public void Set_up_and_tear_down_have_a_say(string around, TestStatus status)
    {
        var result = FixtureRun.Of(around + "[Test, Interleaved] public void One() { }").Values.ShouldHaveSingleItem();

        result.ResultState.Status.ShouldBe(status);
        result.Message.ShouldContain("here");
    }

    /// <summary>Whatever stands around a test, what it throws arrives as it is.</summary>
    [TestCase("[TearDown] public async Task After() => await Task.Yield();")]
    [TestCase("[TearDown] public void After() { }")]
    [TestCase("public void Dispose() { }", ": IDisposable")]
    [TestCase("public async ValueTask DisposeAsync() => await Task.Yield();", ": IAsyncDisposable")]
    [TestCase("[SetUp] public async Task Before() => await Task.Yield();")]
    public void Nothing_wraps_what_the_test_throws(string around, string bases = "")
    {
        var results = FixtureRun.Of(
            around +
            """
            [Test, Interleaved] public async Task Fails() { await Task.Yield(); Assert.That(1, Is.EqualTo(2)); }
            [Test, Interleaved] public async Task Throws() { await Task.Yield(); throw new System.IO.IOException("broken"); }
            [Test, Interleaved] public async Task Passes() { await Task.Yield(); Assert.Pass(); }
            [Test, Interleaved] public async Task Skips() { await Task.Yield(); Assert.Ignore("no"); }
            """,
            bases.Length == 0 ? "" : $"public partial class Tests {bases} {{ }}");

        results["Fails"].Message.TrimStart().ShouldStartWith("Assert.That(1, Is.EqualTo(2))");
        results["Throws"].Message.ShouldStartWith("IOException: broken");
        results["Passes"].ResultState.ShouldBe(ResultState.Success, results["Passes"].Message);
        results["Skips"].ResultState.ShouldBe(ResultState.Ignored, results["Skips"].Message);
    }

    [TestCase("throw new System.IO.IOException(\"set up\");")]
    [TestCase("await Task.Yield(); throw new System.IO.IOException(\"set up\");")]
    public void A_set_up_that_fails_says_so_as_it_is_and_is_torn_down(string body)
    {
        var result = FixtureRun.Of(
            $"[SetUp] public async Task Before() {{ {body} }} [Test, Interleaved] public void One() {{ }}"
            + "[TearDown] public void After() => Console.WriteLine(\"torn down\");").Values.ShouldHaveSingleItem();

        result.Message.ShouldStartWith("IOException: set up");
        result.Output.ShouldContain("torn down");
    }

    [TestCase("_ = Task.Run(() => Assert.That(1, Is.EqualTo(2)));")]
    [TestCase("_ = Task.Run(async () => { await Task.Yield(); Assert.That(1, Is.EqualTo(2)); });")]
    [TestCase("try { Assert.That(1, Is.EqualTo(2)); } catch (AssertionException) { }")]
    [TestCase("try { await Task.Run(() => Assert.That(1, Is.EqualTo(2))); } catch { }")]
    [TestCase("new Thread(() => { try { Assert.That(1, Is.EqualTo(2)); } catch { } }).Start();")]
    [TestCase("var timer = new Timer(_ => { try { Assert.That(1, Is.EqualTo(2)); } catch { } }, null, 5, -1);")]
    [TestCase("_ = Task.CompletedTask.ContinueWith(_ => Assert.That(1, Is.EqualTo(2)));")]
    public void An_assertion_that_nobody_hears_fails_the_test_where_it_stands(string body)
    {
        var result = FixtureRun.Of(
            $$"""
            [Test, Interleaved(Schedules = 20)]
            public async Task One()
            {
                {{body}}
                await Task.Delay(1_000);
            }
            """).Values.ShouldHaveSingleItem();

        result.ResultState.ShouldBe(ResultState.Failure);
        result.Message.ShouldContain("Assert.That(1, Is.EqualTo(2))");
        result.Message.ShouldContain("nobody heard it");
        result.Message.ShouldContain("at Tests.cs:4");
    }

    [Test]
    public void Nobody_hears_it_in_some_schedules_only()
    {
        var result = Run(
            """
            var count = 0;
            void Once() { if (Interlocked.Increment(ref count) == 2) Assert.Fail("twice"); }
            var flag = 0;
            void Check() { if (Volatile.Read(ref flag) == 0) { Volatile.Write(ref flag, 1); Once(); } }
            _ = Task.Run(Check);
            _ = Task.Run(Check);
            await Task.Delay(1_000);
            """);

        result.ResultState.ShouldBe(ResultState.Failure);
        result.Message.ShouldContain("twice");
    }

    [TestCase("Assert.That(() => Assert.Fail(\"inside\"), Throws.InstanceOf<AssertionException>());")]
    [TestCase("Assert.Throws<AssertionException>(() => Assert.Fail(\"inside\"));")]
    [TestCase("await Assert.ThrowsAsync<AssertionException>(async () => { await Task.Yield(); Assert.Fail(\"inside\"); });")]
    [TestCase("Assert.Catch(() => Assert.Fail(\"inside\"));")]
    public void What_an_assertion_expects_to_fail_was_heard(string body)
    {
        var result = Run(body);

        result.ResultState.ShouldBe(ResultState.Success, result.Message);
    }

    private static ITestResult Run(string body) =>
        FixtureRun.Of(Order + $"[Test, Interleaved] public async Task One() {{ await Task.Yield(); {body} }}").Values.ShouldHaveSingleItem();
}
