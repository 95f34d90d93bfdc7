using System.Collections.Immutable;
using System.Text;

namespace Interleaving.NUnit.Tests;

/// <summary>What the body of an exploration captures is the same at the start of each execution, and afterwards.</summary>
[TestFixture]
public sealed class CapturedTests
{
    private static readonly string[] Words = ["one", "two"];

    [Test]
    public void Collections_start_anew()
    {
        List<int> list = [1];
        int[] array = [1];
        int[,] matrix = { { 1 } };
        int[][] jagged = [[1]];
        var map = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["a"] = 1 };
        HashSet<string> set = ["a"];
        Queue<int> queue = new([1]);
        Stack<int> stack = new([1]);
        SortedDictionary<int, string> sorted = new() { [1] = "a" };
        LinkedList<int> linked = new([1]);
        PriorityQueue<string, int> priorities = new([("a", 1)]);
        var text = new StringBuilder("a");

        TwiceTheSame(() =>
        {
            (list.Count, array[0], matrix[0, 0], jagged[0][0], map["A"], set.Count).ShouldBe((1, 1, 1, 1, 1, 1));
            (queue.Count, stack.Peek(), sorted[1], linked.Count, priorities.Peek(), text.ToString()).ShouldBe((1, 1, "a", 1, "a", "a"));
            list.Add(2);
            array[0]++;
            matrix[0, 0]++;
            jagged[0][0]++;
            map["B"] = 1;
            map["a"]++;
            set.Add("b");
            queue.Dequeue();
            stack.Push(2);
            sorted[1] = "b";
            linked.RemoveFirst();
            priorities.Clear();
            text.Append('b');
        });
        (list.Count, array[0], matrix[0, 0], jagged[0][0], map.Count, set.Count).ShouldBe((1, 1, 1, 1, 1, 1));
        (queue.Count, stack.Peek(), sorted[1], linked.Count, priorities.Count, text.ToString()).ShouldBe((1, 1, "a", 1, 1, "a"));
    }

    [Test]
    public void So_do_one_s_own_objects_in_them()
    {
        List<Box> list = [new() { Value = 1 }];
        Dictionary<string, Box> map = new() { ["a"] = list[0] };
        HashSet<Box> set = [list[0]];
        Dictionary<Key, int> keyed = new() { [new Key("a")] = 1 };
        (Box Box, int Number) tuple = (list[0], 1);
        ImmutableArray<Box> immutable = [list[0]];
        Box[] array = [list[0]];

        TwiceTheSame(() =>
        {
            // One object stays one object, wherever it is found.
            map["a"].ShouldBeSameAs(list[0]);
            (tuple.Box == list[0] && immutable[0] == list[0] && array[0] == list[0] && set.Contains(list[0])).ShouldBeTrue();
            (list[0].Value, keyed[new Key("a")]).ShouldBe((1, 1));
            list[0].Value++;
            keyed[new Key("b")] = 2;
        });
        (list[0].Value, keyed.Count).ShouldBe((1, 1));
    }

    [Test]
    public void So_do_sources_and_tokens()
    {
        var source = new CancellationTokenSource();
        var token = source.Token;
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var completion = new TaskCompletionSource<int>();

        TwiceTheSame(() =>
        {
            (token.IsCancellationRequested, cancelled.IsCancellationRequested, completion.Task.IsCompleted).ShouldBe((false, true, false));
            source.Cancel();
            token.IsCancellationRequested.ShouldBeTrue();
            completion.SetResult(7);
        });
        (source.IsCancellationRequested, completion.Task.IsCompleted).ShouldBe((false, false));
        source.Dispose();
    }

    [Test]
    public void An_assertion_of_NUnit_that_fails_inside_is_the_exploration_s_and_not_the_test_s()
    {
        var exploration = Explorer.Explore(() => Assert.That(Words, Is.Empty));

        exploration.Failure.ShouldBe(FailureKind.Assertion);
        global::NUnit.Framework.Internal.TestExecutionContext.CurrentContext.CurrentResult.AssertionResults.ShouldBeEmpty();
    }

    [Test]
    public void Nor_is_one_that_nobody_hears()
    {
        var exploration = Explorer.Explore(async () =>
        {
            _ = Task.Run(() => Assert.That(Words.Length, Is.EqualTo(3)));
            await Task.Delay(10);
        });

        exploration.Failure.ShouldBe(FailureKind.Assertion);
        exploration.Message.ShouldContain("nobody heard it");
        exploration.Line.ShouldBeGreaterThan(100);
        global::NUnit.Framework.Internal.TestExecutionContext.CurrentContext.CurrentResult.AssertionResults.ShouldBeEmpty();
    }

    [Test]
    public void An_exploration_that_found_nothing_lets_the_test_pass_and_says_how_far_it_went()
    {
        var exploration = Explorer.Explore(() => Parallel.Invoke(() => { }, () => { }));

        exploration.ThrowIfFailed();
        exploration.Summary.ShouldMatch(@"^No failure in \d+ schedules? \(complete: \d+ schedules?\)$");
    }

    [Test]
    public void One_that_found_something_fails_it_in_the_same_words_as_an_interleaved_test()
    {
        var exploration = Explorer.Explore(async () =>
        {
            var box = new Box();
            await Task.WhenAll(Task.Run(() => box.Value++), Task.Run(() => box.Value++));
            box.Value.ShouldBe(2);
        });

        var failed = Should.Throw<ExplorationFailedException>(exploration.ThrowIfFailed);
        failed.Exploration.ShouldBeSameAs(exploration);
        failed.Message.ShouldContain("Data race: ");
        failed.Message.ShouldContain("──");
        failed.Message.ShouldContain($"new ExplorationOptions {{ Schedule = \"{exploration.Schedule}\" }}");
        failed.StackTrace.ShouldNotBeNull().ShouldContain($"CapturedTests.cs:line {exploration.Line}");
        exploration.Summary.ShouldStartWith("Data race: ");
    }

    [Test]
    public void What_says_that_it_is_to_be_skipped_skips_the_test_unless_something_fails()
    {
        Should.Throw<IgnoreException>(Explorer.Explore(() => Assert.Ignore("no")).ThrowIfFailed).Message.ShouldBe("no");
        Should.Throw<InconclusiveException>(Explorer.Explore(() => Assert.Inconclusive("?")).ThrowIfFailed).Message.ShouldBe("?");
        Explorer.Explore(() => Assert.Pass("fine")).ThrowIfFailed();
        var mixed = Explorer.Explore(async () =>
        {
            var first = -1;
            await Task.WhenAll(
                Task.Run(() => Interlocked.CompareExchange(ref first, 0, -1)), Task.Run(() => Interlocked.CompareExchange(ref first, 1, -1)));
            if (first == 0)
                Assert.Ignore("no");
            Assert.Fail("late");
        });
        Should.Throw<ExplorationFailedException>(mixed.ThrowIfFailed).Message.ShouldContain("late");
    }

    [Test]
    public void Numbers_out_of_range_are_refused_by_name()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Explorer.Explore(() => { }, new ExplorationOptions { Schedules = -5 }))
            .Message.ShouldContain("Schedules");
        Should.Throw<ArgumentOutOfRangeException>(() => Explorer.Explore(() => { }, new ExplorationOptions { Preemptions = -1 }))
            .Message.ShouldContain("Preemptions");
    }

    private static void TwiceTheSame(Action body)
    {
        var exploration = Explorer.Explore(async () =>
        {
            body();
            await Task.WhenAll(Task.Run(() => { }), Task.Run(() => { }));
        });
        exploration.Message.ShouldBe("");
        exploration.Schedules.ShouldBeGreaterThan(1);
    }

    private sealed record Key(string Name);

    private sealed class Box
    {
        public int Value { get; set; }
    }
}
