using System.Collections.Immutable;

namespace Interleaving.Tests.Linearizability;

/// <summary>Histories that are written by hand: a call returns when the test says so.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class HistoryTests
{
    private readonly History<ImmutableQueue<int>> queue = new([]);

    [Test]
    public void Calls_one_after_the_other_are_explained_by_their_own_order()
    {
        Put(1)();
        Put(2)();
        Take()(1);
        Take()(2);
        queue.ShouldBeLinearizable();
    }

    [Test]
    public void Calls_that_overlap_may_take_effect_in_either_order()
    {
        var (one, two) = (Put(1), Put(2));
        one();
        two();
        Take()(2);
        Take()(1);
        queue.ShouldBeLinearizable();
    }

    [Test]
    public void A_call_may_take_effect_before_one_that_was_made_earlier_returns()
    {
        var take = Take();
        Put(1)();
        take(1);
        queue.ShouldBeLinearizable();
    }

    [Test]
    public void The_counterexample_shows_the_calls_over_time_and_what_was_tried()
    {
        Put(1)();
        var two = Put(2);
        Take()(2);
        two();
        Take()(1);
        Message().ShouldBe("""
            Not linearizable: no order of these calls explains Take() → 2.

              Put(1)      ├─┤
              Put(2)          ├────
            ✗ Take() → 2      ├─┤
              … and 1 call after that

            What was tried:
              After Put(1) the state is [1], where Take() returns 1
              After Put(1), Put(2) the state is [1, 2], where Take() returns 1
            """);
    }

    [Test]
    public void A_call_that_begins_after_another_has_returned_comes_after_it()
    {
        Put(1)();
        Put(2)();
        Take()(2);
        Message().ShouldStartWith("Not linearizable: no order of these calls explains Take() → 2.");
    }

    [Test]
    public void One_item_is_not_taken_twice()
    {
        Put(1)();
        var (one, two) = (Take(), Take());
        one(1);
        two(1);
        Message().ShouldContain("After Put(1), Take() the state is [], where Take() waits");
    }

    [Test]
    public void A_call_that_has_not_returned_may_have_taken_effect_or_not()
    {
        Put(1);
        Put(2);
        Take()(2);
        queue.ShouldBeLinearizable();
        Take()(2);
        Message().ShouldBe("""
            Not linearizable: no order of these calls explains Take() → 2.

              Put(1), which has not returned  ├────────
              Put(2), which has not returned  ├────────
              Take() → 2                      ├─┤
            ✗ Take() → 2                          ├─┤

            What was tried:
              After Put(2), Take() the state is [], where Take() waits
              After Put(2), Take(), Put(1) the state is [1], where Take() returns 1
            """);
    }

    [Test]
    public void A_call_that_was_cancelled_did_nothing()
    {
        Cancel(Put(1, out _));
        Cancel(Put(2, out _));
        Put(3)();
        Take()(1);
        Message().ShouldContain("""
              Put(1), which was cancelled  ├─┤
            """);
    }

    [Test]
    public void A_call_that_was_cancelled_counts_when_the_test_says_so()
    {
        var history = new History<int>(0) { CancelledMayCount = true };
        var source = new TaskCompletionSource();
        history.CallAsync("Set(1)", () => source.Task, _ => 1);
        source.SetCanceled();
        history.Call("Get()", () => 0, state => (state, state));
        history.Call("Get()", () => 1, state => (state, state));
        history.ShouldBeLinearizable();
        history.Call("Get()", () => 0, state => (state, state));
        Should.Throw<NotLinearizableException>(history.ShouldBeLinearizable).Message.ShouldContain("✗ Get() → 0");
    }

    [Test]
    public void An_exception_is_explained_by_a_specification_that_throws_it()
    {
        var history = new History<int>(0);
        Should.Throw<InvalidOperationException>(() => history.Call("Take()", Fail, Taken));
        history.ShouldBeLinearizable();
        history.Call("Put()", () => { }, count => count + 1);
        Should.Throw<InvalidOperationException>(() => history.Call("Take()", Fail, Taken));
        Should.Throw<NotLinearizableException>(history.ShouldBeLinearizable).Message.ShouldBe("""
            Not linearizable: no order of these calls explains Take(), which threw InvalidOperationException.

              Take(), which threw InvalidOperationException  ├─┤
              Put()                                              ├─┤
            ✗ Take(), which threw InvalidOperationException          ├─┤

            What was tried:
              After Take(), Put() the state is 1, where Take() returns 1
            """);

        static int Fail() => throw new InvalidOperationException();

        static (int State, int Result) Taken(int count) => count == 0 ? throw new InvalidOperationException() : (count - 1, count);
    }

    [Test]
    public void An_exception_that_the_specification_does_not_know_is_explained_by_nothing()
    {
        var history = new History<int>(0);
        Should.Throw<FormatException>(() => history.Call("Put()", () => throw new FormatException(), count => count + 1));
        Should.Throw<NotLinearizableException>(history.ShouldBeLinearizable).Message.ShouldContain("At first the state is 0, where Put() returns");
    }

    [Test]
    public async Task The_caller_gets_what_the_call_ends_with()
    {
        var history = new History<int>(0);
        history.Call("Get()", () => 7, state => (state, 7)).ShouldBe(7);
        (await history.CallAsync("Get()", () => Task.FromResult(7), state => (state, 7))).ShouldBe(7);
        var (result, plain) = (new TaskCompletionSource<int>(), new TaskCompletionSource());
        var (getting, setting) = (history.CallAsync("Get()", () => result.Task, state => (state, 8)), history.CallAsync("Set()", () => plain.Task, state => state));
        var error = new FormatException();
        result.SetResult(8);
        plain.SetException(error);
        (await getting).ShouldBe(8);
        (await Should.ThrowAsync<FormatException>(setting)).ShouldBeSameAs(error);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        (await Should.ThrowAsync<OperationCanceledException>(history.CallAsync("Set()", () => Task.FromCanceled(cancelled.Token), state => state)))
            .CancellationToken.ShouldBe(cancelled.Token);
    }

    /// <summary>States that are collections are the same when their items are, so the search does not go into one of them again.</summary>
    [Test]
    public void Sixty_calls_of_which_six_overlap_are_checked_at_once()
    {
        for (var round = 0; round < 10; round++)
        {
            var puts = Enumerable.Range(1, 3).Select(item => Put(item)).ToArray();
            var takes = Enumerable.Range(1, 3).Select(_ => Take()).ToArray();
            foreach (var put in puts)
                put();
            for (var item = 3; item > 0; item--)
                takes[item - 1](item);
        }

        queue.ShouldBeLinearizable();
        Take()(1);
        Message().ShouldContain("✗ Take() → 1");
    }

    [Test]
    public void More_calls_than_can_be_checked_say_so()
    {
        for (var item = 0; item < 20; item++)
            Put(item);
        Take()(20);
        Should.Throw<InvalidOperationException>(queue.ShouldBeLinearizable).Message.ShouldContain("21 calls overlap");
    }

    [Test]
    public void Twenty_calls_that_overlap_are_explained_without_trying_all_orders()
    {
        var puts = Enumerable.Range(0, 20).Select(item => Put(item)).ToArray();
        foreach (var put in puts)
            put();
        for (var item = 0; item < 20; item++)
            Take()(item);
        queue.ShouldBeLinearizable();
    }

    [Test]
    public void States_and_results_are_compared_by_value()
    {
        var history = new History<(ImmutableHashSet<string> Names, int Count)>(([], 0));
        history.Call("Add(a)", () => new[] { "a" }, state => ((state.Names.Add("a"), state.Count + 1), new[] { "a" }));
        history.Call("Add(b)", () => new HashSet<string> { "b", "a" }, state => ((state.Names.Add("b"), state.Count + 1), new HashSet<string> { "a", "b" }));
        history.ShouldBeLinearizable();
        history.Call("List()", () => new List<string> { "b", "a" }, state => (state, new List<string> { "a", "b" }));
        Should.Throw<NotLinearizableException>(history.ShouldBeLinearizable).Message.ShouldContain("where List() returns [\"a\", \"b\"]");
    }

    [Test]
    public void A_long_history_is_drawn_in_one_column_an_event()
    {
        for (var i = 0; i < 30; i++)
            Put(i)();
        Take()(29);
        Message().ShouldContain($"✗ Take() → 29  {new string(' ', 60)}├┤");
        Message().ShouldContain("After … Put(22), Put(23), Put(24), Put(25), Put(26), Put(27), Put(28), Put(29) the state is [0, 1,");
    }

    private string Message() => Should.Throw<NotLinearizableException>(queue.ShouldBeLinearizable).Message;

    private static void Cancel(TaskCompletionSource source) => source.SetCanceled();

    private Action Put(int item) => Put(item, out _).SetResult;

    private TaskCompletionSource Put(int item, out Task made)
    {
        var source = new TaskCompletionSource();
        made = queue.CallAsync($"Put({item})", () => source.Task, items => items.Enqueue(item));
        return source;
    }

    private Action<int> Take()
    {
        var source = new TaskCompletionSource<int>();
        queue.CallAsync("Take()", () => source.Task, items => (items.Dequeue(out var first), first), when: items => !items.IsEmpty);
        return source.SetResult;
    }
}
