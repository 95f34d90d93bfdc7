using NUnit.Framework.Interfaces;

namespace Interleaving.NUnit.Tests;

/// <summary>What lies around an assertion on an async delegate: memory, the context that the test runs in, and what it starts.</summary>
[TestFixture]
public sealed class AsyncAssertionFlowTests
{
    private const string Members =
        """
        int left; int right;
        async Task Both() => await Task.WhenAll(Task.Run(() => left = 1), Task.Run(() => right = 1));
        async Task Fail() { await Both(); throw new System.IO.IOException("broken"); }
        sealed class Loop : SynchronizationContext
        {
            readonly System.Collections.Concurrent.BlockingCollection<Action> queue = new();
            public override void Post(SendOrPostCallback d, object state) => queue.Add(() => d(state));
            public static void Run(Func<Task> body)
            {
                var loop = new Loop();
                SynchronizationContext.SetSynchronizationContext(loop);
                var task = body();
                task.ContinueWith(_ => loop.queue.CompleteAdding(), TaskScheduler.Default);
                foreach (var action in loop.queue.GetConsumingEnumerable()) action();
                task.GetAwaiter().GetResult();
            }
        }

        """;

    /// <summary>Whatever a task did, and those that it awaited, happens before what comes after an assertion on it.</summary>
    [TestCase("await Assert.DoesNotThrowAsync(() => Task.WhenAll(Task.Run(() => left = 1), Task.Run(() => right = 1)));")]
    [TestCase("await Assert.DoesNotThrowAsync(Both);")]
    [TestCase("await Assert.ThrowsAsync<System.IO.IOException>(Fail);")]
    [TestCase("Assert.That(Fail, Throws.TypeOf<System.IO.IOException>());")]
    [TestCase("await Assert.MultipleAsync(Both);")]
    [TestCase("Assert.DoesNotThrowAsync(Both).Wait();")]
    [TestCase("await Should.NotThrowAsync(Task.WhenAll(Task.Run(() => left = 1), Task.Run(() => right = 1)));")]
    [TestCase("await Should.ThrowAsync<System.IO.IOException>(Fail);")]
    public void What_comes_after_sees_all_that_the_task_did(string assertion) =>
        Passes($"{assertion} Assert.That(left + right, Is.EqualTo(2));");

    [TestCase("await Assert.ThrowsAsync<System.IO.IOException>(Fail);")]
    [TestCase("await Assert.DoesNotThrowAsync(async () => { await Task.Delay(5); Here(); await Task.Run(() => { }); Here(); });")]
    [TestCase("await Assert.ThatAsync(async () => { await Both(); Here(); return left; }, Is.EqualTo(1));")]
    [TestCase("await Assert.MultipleAsync(async () => { await Both(); Here(); Assert.That(left, Is.EqualTo(1)); });")]
    public void The_delegate_and_the_rest_of_the_test_keep_their_context(string assertion) =>
        Passes(
            $$"""
            Loop.Run(async () =>
            {
                void Here() => Assert.That(SynchronizationContext.Current, Is.InstanceOf<Loop>());
                Here();
                {{assertion}}
                Here();
            });
            """);

    [Test]
    public void An_assertion_that_hands_out_a_task_does_not_wait_for_it() =>
        Passes(
            """
            var gate = new TaskCompletionSource();
            var asserted = Assert.ThrowsAsync<System.IO.IOException>(async () => { await gate.Task; throw new System.IO.IOException(); });
            Assert.That(asserted.IsCompleted, Is.False);
            await Task.Delay(100);
            gate.SetResult();
            Assert.That(await asserted, Is.Not.Null);
            """);

    [Test]
    public void A_lock_held_around_the_task_is_given_back_by_another_operation() =>
        Passes(
            """
            var turn = new SemaphoreSlim(1);
            async Task Use(bool fails) { await turn.WaitAsync(); try { await Task.Yield(); if (fails) throw new System.IO.IOException(); } finally { turn.Release(); } }
            var other = Task.Run(() => Use(false));
            await Assert.ThrowsAsync<System.IO.IOException>(() => Use(true));
            Assert.That(() => Use(false), Throws.Nothing);
            await other;
            """);

    [Test]
    public void Assertions_of_several_operations_at_once_do_not_meet() =>
        Passes(
            """
            await Task.WhenAll(
                Task.Run(() => Assert.ThrowsAsync<System.IO.IOException>(Fail)),
                Task.Run(() => Assert.That(async () => { await Task.Delay(3); return 7; }, Is.EqualTo(7))));
            """);

    [Test]
    public void All_that_fails_in_one_scope_is_told()
    {
        var result = Run(
            """
            await Assert.MultipleAsync(async () =>
            {
                await Both();
                Assert.That(left, Is.EqualTo(10));
                await Assert.ThrowsAsync<System.IO.IOException>(Both);
                Assert.That(async () => { await Both(); return right; }, Is.EqualTo(20));
            });
            """);

        result.ResultState.ShouldBe(ResultState.Failure);
        result.Message.ShouldContain("10");
        result.Message.ShouldContain("IOException");
        result.Message.ShouldContain("20");
    }

    [Test]
    public void An_assertion_that_fails_inside_the_delegate_is_an_exception_like_any_other() =>
        Passes("await Assert.ThrowsAsync<AssertionException>(async () => { await Both(); Assert.Fail(\"inside\"); });");

    [Test]
    public void A_bug_that_shows_in_few_schedules_is_found_through_the_assertion()
    {
        var result = Run(
            "await Assert.DoesNotThrowAsync(() => Task.WhenAll(Task.Run(() => Interlocked.Exchange(ref left, Volatile.Read(ref left) + 1)), "
            + "Task.Run(() => Interlocked.Exchange(ref left, Volatile.Read(ref left) + 1)))); Assert.That(left, Is.EqualTo(2));");

        result.ResultState.ShouldBe(ResultState.Failure);
        result.Message.ShouldContain("But was:  1");
    }

    /// <summary>NUnit would poll in real time, of which an exploration has none.</summary>
    [TestCase("Assert.That(() => left, Is.EqualTo(1).After(100));")]
    [TestCase("await Assert.ThatAsync(async () => { await Both(); return left; }, Is.EqualTo(1).After(1_000, 10));")]
    public void A_constraint_that_polls_in_real_time_is_refused_by_name(string assertion)
    {
        var result = Run(assertion);

        result.ResultState.ShouldBe(ResultState.Failure);
        result.Message.ShouldStartWith("unsupported: ");
        result.Message.ShouldContain("After");
    }

    private static void Passes(string body)
    {
        var result = Run(body);

        result.ResultState.ShouldBe(ResultState.Success, result.Message);
    }

    private static ITestResult Run(string body) =>
        FixtureRun.Of(Members + $"[Test, Interleaved(Schedules = 200)] public async Task One() {{ await Task.Yield(); {body} }}")
            .Values.ShouldHaveSingleItem();
}
