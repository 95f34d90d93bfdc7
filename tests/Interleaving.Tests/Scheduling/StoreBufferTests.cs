using Benchmarks;
using Interleaving.Tests.Models;

namespace Interleaving.Tests.Scheduling;

/// <summary>Stores that others see later: what can come of them, what cannot, and how it is told.</summary>
public sealed class StoreBufferTests
{
    private const string Dekker = """
        volatile bool a, b; int inside;
        void First() { a = true; if (!b) Interlocked.Increment(ref inside); }
        void Second() { b = true; if (!a) Interlocked.Increment(ref inside); }
        public void Run() { Parallel.Invoke(First, Second); Check(inside < 2, "both are inside"); }
        """;

    /// <summary>The litmus tests of the paper that TSO forbids, and what is no reordering at all.</summary>
    [TestCase("volatile int x, y; int r, s; public void Run() { Parallel.Invoke(() => { x = 1; y = 1; }, () => { r = y; s = x; }); Check(!(r == 1 && s == 0)); }", TestName = "message passing")]
    [TestCase("volatile int x, y; int r, s; public void Run() { Parallel.Invoke(() => { r = x; y = 1; }, () => { s = y; x = 1; }); Check(!(r == 1 && s == 1)); }", TestName = "loads are not delayed")]
    [TestCase("volatile int x; int r; public void Run() { Parallel.Invoke(() => { x = 1; r = x; }, () => x = 2); Check(r != 0); }", TestName = "own store is read")]
    [TestCase("volatile int x, y; int r, s; public void Run() { Parallel.Invoke(() => { x = 1; Interlocked.MemoryBarrier(); r = y; }, () => { y = 1; Interlocked.MemoryBarrier(); s = x; }); Check(r + s > 0); }", TestName = "fence")]
    [TestCase("volatile int x, y; int r, s; object g = new(); public void Run() { Parallel.Invoke(() => { x = 1; lock (g) { } r = y; }, () => { y = 1; lock (g) { } s = x; }); Check(r + s > 0); }", TestName = "lock")]
    [TestCase("volatile int x, y; int r, s; public void Run() { var t = new Thread(() => { y = 1; Thread.MemoryBarrier(); s = x; }); x = 1; t.Start(); r = y; t.Join(); Check(r + s > 0); }", TestName = "start of a thread")]
    [TestCase("volatile int x; int r; public void Run() { var t = Task.Run(() => { x = 1; }); t.Wait(); r = x; Check(r == 1); }", TestName = "end of a task")]
    [TestCase("volatile int x, y; int r; public void Run() { Parallel.Invoke(() => { x = 1; r = y; }, () => { while (x == 0) { } y = 1; }); }", TestName = "reader that spins gets to see it")]
    public void Cannot_happen(string members) => Woven.ShouldHold(members);

    [TestCase(nameof(Corpus.DelayedStores.Two_fields_with_an_await_between))]
    [TestCase(nameof(Corpus.DelayedStores.Two_fields_with_a_fence_for_the_whole_process_between))]
    [TestCase(nameof(Corpus.DelayedStores.Two_fields_with_an_atomic_operation_between))]
    public void A_program_of_the_corpus_cannot_fail(string program) =>
        Woven.ShouldHold(CorpusProgram.Of(typeof(Corpus.DelayedStores), program));

    [TestCase("volatile int x, y; int r, s; public void Run() { Parallel.Invoke(() => { x = 1; r = y; }, () => { y = 1; s = x; }); Check(r + s > 0); }", TestName = "store buffering")]
    [TestCase("static volatile int x, y; int r, s; public void Run() { x = 0; y = 0; Parallel.Invoke(() => { x = 1; r = y; }, () => { y = 1; s = x; }); Check(r + s > 0); }", TestName = "static fields")]
    [TestCase("class G<T> { public static volatile int X, Y; } int r, s; public void Run() { Parallel.Invoke(() => { G<int>.X = 1; r = G<int>.Y; }, () => { G<int>.Y = 1; s = G<int>.X; }); Check(r + s > 0); }", TestName = "static fields of a generic type")]
    [TestCase("volatile int x, y, z; int r, s; public void Run() { Parallel.Invoke(() => { x = 1; z = 1; r = y; }, () => { y = 1; s = x; }); Check(r + s > 0); }", TestName = "two stores in the buffer")]
    [TestCase("volatile int x, y; int r, s, q; public void Run() { Parallel.Invoke(() => { x = 1; q = x; r = y; }, () => { y = 1; s = x; }); Check(q == 1 && r + s > 0); }", TestName = "own store read before the other's")]
    [TestCase("volatile int x, y; int r, s; public void Run() { Parallel.Invoke(() => { x = 1; r = y; }, () => { y = 1; Interlocked.MemoryBarrier(); s = x; }); Check(r + s > 0); }", TestName = "fence on one side only")]
    public void Can_happen(string members) => Woven.ShouldFail(members, FailureKind.Assertion);

    [TestCase(nameof(Corpus.DelayedStores.Two_elements))]
    [TestCase(nameof(Corpus.DelayedStores.Two_volatile_references))]
    [TestCase(nameof(Corpus.DelayedStores.Two_plain_references))]
    public void A_program_of_the_corpus_can_fail(string program) =>
        Woven.ShouldFail(CorpusProgram.Of(typeof(Corpus.DelayedStores), program), FailureKind.Assertion);

    [Test]
    public void The_table_shows_when_a_store_is_seen_and_the_schedule_shows_it_again()
    {
        var found = Woven.ShouldFail(Dekker, FailureKind.Assertion);
        var again = Woven.ShouldFail(Dekker, FailureKind.Assertion, new ExplorationOptions { Schedule = found.Schedule });
        again.Interleaving.ShouldBe(found.Interleaving);
        var rows = found.Interleaving.Split('\n').ToList();
        var written = rows.FindIndex(row => row.Contains("writes a ← true", StringComparison.Ordinal));
        var missed = rows.FindIndex(row => row.Contains("reads a → false", StringComparison.Ordinal));
        var seen = rows.FindIndex(row => row.Contains("others see a ← true", StringComparison.Ordinal));
        new[] { written, missed, seen }.ShouldBe(new[] { written, missed, seen }.Order());
        written.ShouldBeGreaterThan(0);
    }

    /// <summary>A delayed store is written as a turn given to oneself; the other deviation lets the second operation come in time.</summary>
    [Test]
    public void One_delay_and_one_switch_are_left_of_the_schedule() =>
        Woven.ShouldFail(Dekker, FailureKind.Assertion).Schedule.ShouldMatch(@"^(\d+)@\d+:\1,\d+@\d+:\d+$");

    /// <summary>Each of two stores is delayed or not: there is more to try within the same bound, and the search says when it has.</summary>
    [Test]
    public void The_search_is_complete_with_the_delays_in_it()
    {
        const string Program = "volatile int x, y; int r, s; public void Run() { Parallel.Invoke(() => { x = 1; r = y; }, () => { y = 1; s = x; }); }";
        const string Fenced = "volatile int x, y; int r, s; public void Run() { Parallel.Invoke(() => { Interlocked.Exchange(ref x, 1); r = y; }, () => { Interlocked.Exchange(ref y, 1); s = x; }); }";
        var options = new ExplorationOptions { Schedules = 5_000, Strategy = Strategy.BoundedSearch, Preemptions = 2 };
        var delayed = Woven.ShouldHold(Program, options);
        var fenced = Woven.ShouldHold(Fenced, options);
        delayed.Complete.ShouldNotBeNull().ShouldStartWith("complete within 2 preemptions: ");
        delayed.Schedules.ShouldBeGreaterThan(fenced.Schedules);
    }

    /// <summary>Where no read follows a store before a fence, there is nothing to choose.</summary>
    [TestCase("volatile int x, y; int r; public void Run() { Parallel.Invoke(() => { x = 1; y = 1; }, () => { r = y + x; }); }", "int x, y; int r; public void Run() { Parallel.Invoke(() => { Interlocked.Exchange(ref x, 1); Interlocked.Exchange(ref y, 1); }, () => { r = Volatile.Read(ref y) + Volatile.Read(ref x); }); }")]
    public void A_program_without_such_stores_pays_nothing(string members, string atomic)
    {
        var options = new ExplorationOptions { Schedules = 5_000, Strategy = Strategy.BoundedSearch, Preemptions = 2 };
        Woven.ShouldHold(members, options).Schedules.ShouldBe(Woven.ShouldHold(atomic, options).Schedules);
    }
}
