using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Interleaving.NUnit.Tests;

/// <summary>What a table has to show so that a reader sees who did what to whom.</summary>
public sealed class TableTests
{
    [Test]
    public void Permits_that_are_left_are_counted() => Rows(static async () =>
    {
        using var gate = new SemaphoreSlim(2);
        await gate.WaitAsync();
        await Task.Run(() => gate.Wait());
        gate.Release(2);
        throw new FormatException();
    }).ShouldBe(
    [
        "takes a permit of gate, 2 → 1",
        "takes a permit of gate, 1 → 0",
        "puts 2 permits back to gate, 0 → 2",
    ]);

    [Test]
    public void A_permit_that_somebody_waits_for_goes_to_them() => Rows(static async () =>
    {
        using var gate = new SemaphoreSlim(0);
        var waiting = gate.WaitAsync();
        await Task.Run(() => gate.Release());
        await waiting;
        throw new FormatException();
    }).ShouldBe(["queues for a permit of gate", "puts a permit back to gate, for the first in line"]);

    [Test]
    public void Waits_for_handles_that_succeed_at_once_are_told() => Rows(static async () =>
    {
        using var mutex = new Mutex();
        using var places = new Semaphore(2, 2);
        using var bell = new AutoResetEvent(true);
        bell.WaitOne();
        mutex.WaitOne();
        places.WaitOne();
        mutex.ReleaseMutex();
        places.Release();
        await Task.Run(() =>
        {
            mutex.WaitOne();
            mutex.ReleaseMutex();
        });
        throw new FormatException();
    }).ShouldBe(
    [
        "takes the signal of bell",
        "acquires mutex",
        "takes a permit of places, 2 → 1",
        "releases mutex",
        "puts a permit back to places, 1 → 2",
        "acquires mutex",
        "releases mutex",
    ]);

    [Test]
    public void Channels_show_what_goes_through_them() => Rows(static async () =>
    {
        var channel = Channel.CreateUnbounded<int>();
        await Task.Run(() => channel.Writer.TryWrite(7));
        _ = await channel.Reader.ReadAsync();
        channel.Writer.Complete();
        throw new FormatException();
    }).ShouldBe(["writes 7 to channel", "reads 7 from channel", "completes channel"]);

    [Test]
    public void Concurrent_collections_show_who_calls_what() => Rows(static async () =>
    {
        var queue = new ConcurrentQueue<int>();
        var alone = new ConcurrentQueue<int>();
        alone.Enqueue(1);
        await Task.Run(() => queue.Enqueue(1));
        queue.TryDequeue(out _);
        throw new FormatException();
    }).ShouldBe(["calls queue.Enqueue", "calls queue.TryDequeue"]);

    [Test]
    public void Completions_by_hand_are_told_once() => Rows(static async () =>
    {
        var source = new TaskCompletionSource();
        await Task.Run(() =>
        {
            source.SetResult();
            source.TrySetResult();
        });
        throw new FormatException();
    }).ShouldBe(["completes source"]);

    [Test]
    public void What_is_locked_goes_by_the_field_that_holds_it() => Rows(static async () =>
    {
        var ledger = new Ledger();
        ledger.Enter(1);
        await Task.Run(() => ledger.Enter(2));
        await ledger.SendAsync();
        throw new FormatException();
    }).ShouldBe(
    [
        "acquires the lock on _gate",
        "acquires the lock on Entries",
        "reads _sum → 0",
        "writes _sum ← 1",
        "releases the lock on Entries",
        "releases the lock on _gate",
        "acquires the lock on _gate",
        "acquires the lock on Entries",
        "reads _sum → 1",
        "writes _sum ← 3",
        "releases the lock on Entries",
        "releases the lock on _gate",
        "takes a permit of _permits, 1 → 0",
        "reads _sum → 3",
        "writes 3 to _mail",
        "reads 3 from _mail",
        "puts a permit back to _permits, 0 → 1",
        "completes _sent",
    ]);

    [Test]
    public void Two_that_are_held_by_the_same_field_are_numbered() => Rows(static async () =>
    {
        var (one, other) = (new Ledger(), new Ledger());
        one.Enter(1);
        await Task.Run(() => one.Enter(1));
        other.Enter(1);
        await Task.Run(() => other.Enter(1));
        throw new FormatException();
    }).Where(row => row.Contains("lock", StringComparison.Ordinal)).Distinct().ShouldBe(
    [
        "acquires the lock on _gate#1",
        "acquires the lock on Entries#1",
        "releases the lock on Entries#1",
        "releases the lock on _gate#1",
        "acquires the lock on _gate#2",
        "acquires the lock on Entries#2",
        "releases the lock on Entries#2",
        "releases the lock on _gate#2",
    ]);

    /// <summary>The lock around the next item, and the enumerator behind it, are the platform's own and nowhere in the source.</summary>
    [TestCaseSource(nameof(Parallel_loops))]
    public void A_parallel_loop_shows_what_the_program_does_in_it(Func<Action, Task> loop)
    {
        var exploration = Explorer.Explore(async () =>
        {
            var total = 0;
            await loop(() => total++);
            Assert.That(total, Is.EqualTo(2));
        });
        exploration.Failure.ShouldBe(FailureKind.DataRace);
        Done(exploration).ShouldAllBe(row => row.Contains("total", StringComparison.Ordinal), exploration.Interleaving);
    }

    private static IEnumerable<TestCaseData<Func<Action, Task>>> Parallel_loops()
    {
        yield return Loop("a sequence", count => Parallel.ForEach("ab".Select(letter => letter), _ => count()));
        yield return Loop("an iterator", count => Parallel.ForEach(Two(), _ => count()));
        yield return Loop("a list", count => Parallel.ForEach(new List<int> { 1, 2 }, _ => count()));
        yield return Loop("a query", count => "ab".AsParallel().Select(letter => letter + 1).ForAll(_ => count()));
        yield return Loop("a query over an iterator", count => Two().AsParallel().ForAll(_ => count()));
        yield return Loop("a query over an array", count => _ = new[] { 1, 2 }.AsParallel().Select(one => { count(); return one; }).ToList());
        yield return Loop("a query over a list", count => _ = new List<int> { 1, 2 }.AsParallel().Where(_ => { count(); return true; }).Sum());
        yield return new TestCaseData<Func<Action, Task>>(count => Parallel.ForEachAsync("ab", (_, _) => { count(); return ValueTask.CompletedTask; }))
            .SetArgDisplayNames("an asynchronous loop");
        yield return new TestCaseData<Func<Action, Task>>(count => Parallel.ForEachAsync(TwoAsync(), (_, _) => { count(); return ValueTask.CompletedTask; }))
            .SetArgDisplayNames("an asynchronous loop over an asynchronous iterator");

        static TestCaseData<Func<Action, Task>> Loop(string name, Action<Action> loop) => new TestCaseData<Func<Action, Task>>(count =>
        {
            loop(count);
            return Task.CompletedTask;
        }).SetArgDisplayNames(name);

        static IEnumerable<int> Two()
        {
            yield return 1;
            yield return 2;
        }

        static async IAsyncEnumerable<int> TwoAsync()
        {
            yield return 1;
            await Task.Yield();
            yield return 2;
        }
    }

    [Test]
    public void A_race_in_the_first_schedule_was_found_in_the_first()
    {
        var exploration = Explorer.Explore(static () =>
        {
            var number = 0;
            var work = Task.Run(() => number = 1);
            number = 2;
            work.Wait();
            Assert.That(number, Is.Positive);
        });
        exploration.Failure.ShouldBe(FailureKind.DataRace);
        exploration.Schedule.ShouldBe("-");
        exploration.Schedules.ShouldBe(1);
    }

    [Test]
    public void A_lock_statement_is_told_at_its_own_line()
    {
        var exploration = Explorer.Explore(
            static async () =>
            {
                var ledger = new Ledger();
                await Task.Run(() => ledger.Enter(1));
                ledger.Enter(1);
                throw new FormatException();
            },
            new ExplorationOptions { Schedules = 1 });
        var lines = exploration.Story!.Steps.Where(step => step.Text.StartsWith("acquires", StringComparison.Ordinal)).Select(step => step.Line).Distinct();
        var inside = exploration.Story.Steps.First(step => step.Kind == StoryStepKind.Read).Line;
        lines.ShouldBe([inside - 3, inside - 1], exploration.Interleaving);
    }

    private sealed class Ledger
    {
        private readonly Lock _gate = new();
        private readonly SemaphoreSlim _permits = new(1);
        private readonly Channel<int> _mail = Channel.CreateUnbounded<int>();
        private readonly TaskCompletionSource _sent = new();
        private int _sum;

        private object Entries { get; } = new();

        public void Enter(int amount)
        {
            lock (_gate)
            {
                lock (Entries)
                    _sum += amount;
            }
        }

        public async Task SendAsync()
        {
            await _permits.WaitAsync();
            _mail.Writer.TryWrite(_sum);
            await _mail.Reader.ReadAsync();
            _permits.Release();
            _sent.SetResult();
        }
    }

    /// <summary>A method of the platform has no lines of its own: its row stands where the delegate is called.</summary>
    [Test]
    public void A_platform_method_behind_a_delegate_is_told_at_the_line_that_calls_it()
    {
        var exploration = Explorer.Explore(
            async () =>
            {
                var done = new TaskCompletionSource();
                Action tell = done.SetResult;
                var line = Here() + 1;
                tell();
                await done.Task;
                throw new FormatException($"called at {line}.");
            },
            new ExplorationOptions { Schedules = 1 });

        var told = exploration.Story!.Steps.Single(step => step.Text.StartsWith("completes", StringComparison.Ordinal));
        exploration.Message.ShouldContain($"called at {told.Line}.");
    }

    private static int Here([CallerLineNumber] int line = 0) => line;

    /// <summary>What the operations did, without who started, waited and ended.</summary>
    private static List<string> Rows(Func<Task> body)
    {
        var exploration = Explorer.Explore(body, new ExplorationOptions { Schedules = 1 });
        exploration.Failure.ShouldBe(FailureKind.Assertion, exploration.Message);
        return [.. Done(exploration)];
    }

    private static IEnumerable<string> Done(Exploration exploration) => exploration.Story!.Steps
        .Where(step => step.Kind is StoryStepKind.Note or StoryStepKind.Queue or StoryStepKind.Read or StoryStepKind.Write)
        .Select(step => step.Text);
}
