using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.ThreadsAndJoins;

// Under [Interleaved] the clock is virtual: nothing here takes a second, and 1 s means exactly 1 s.
[TestFixture]
public sealed class ThreadsAndJoinsTests
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    [Test, Interleaved]
    public void Results_come_in_the_order_of_the_errands()
    {
        var results = Errands.RunAll([ErrandOf(3), ErrandOf(1), ErrandOf(2)], _ => { });

        results.ShouldBe([3, 1, 2], "The errand of 1 s was back first. A result still belongs at the place of its errand.");
    }

    [Test, Interleaved]
    public void Five_errands_of_a_second_take_exactly_a_second()
    {
        TimeOf([ErrandOf(1), ErrandOf(1), ErrandOf(1), ErrandOf(1), ErrandOf(1)]).ShouldBe(
            OneSecond,
            "Five runners can be on their way at the same time. If it took longer than 1 s, one had to wait for another. Start them all before you "
            + "join the first, and do not hold the pencil while you are out.");
    }

    [Test, Interleaved(Cores = 2)]
    public void Five_errands_that_wait_for_one_another_come_back()
    {
        using var meeting = new Barrier(5);
        var meet = () =>
        {
            meeting.SignalAndWait();
            return Thread.CurrentThread.IsThreadPoolThread;
        };

        var pooled = Errands.RunAll([meet, meet, meet, meet, meet], _ => { });

        pooled.ShouldAllBe(
            isPooled => !isPooled,
            "An errand ran on a thread of the pool. The pool has as many threads as there are cores, and adds more only slowly: "
            + "each errand needs a thread of its own.");
    }

    [Test, Interleaved]
    public void The_log_takes_one_line_at_a_time()
    {
        var lines = new List<string>();

        Errands.RunAll([ErrandOf(1), ErrandOf(2)], lines.Add);

        lines.ShouldBe(
            ["start 0", "start 1", "end 0", "end 1"],
            ignoreOrder: true,
            "Each errand has two lines: one before it begins, one after it has ended.");
        lines[^2..].ShouldBe(
            ["end 0", "end 1"],
            "Both errands start at once, and the first is back after 1 s: its line comes before that of the second. Hold the pencil while "
            + "you write a line, and no longer.");
    }

    [Test, Interleaved]
    public void A_failure_comes_out_when_everybody_is_back()
    {
        var (late, early) = (new IOException("The post office is closed."), new TimeoutException("No bus came."));
        var lines = new List<string>();

        var seen = Should.Throw<Exception>(() => Errands.RunAll([ErrandOf(3, late), ErrandOf(1, early), ErrandOf(4)], lines.Add));

        seen.ShouldBeSameAs(late, "Two errands failed. The caller gets the failure of the one that comes first in the list, as it was thrown.");
        lines.ShouldContain("end 2", "A failure came out while another errand was still on its way: join all of them, whatever happens.");
        lines.Count.ShouldBe(6, "An errand that fails has ended too, so its \"end\" is logged.");
    }

    // What Python has, and C# has not: one lock that a thread must hold while it computes. It is let go while a thread waits.
    [Test, Interleaved]
    public void One_lock_for_the_whole_interpreter_costs_nothing_while_you_wait_and_all_while_you_compute()
    {
        var interpreter = new Lock();

        TimeOf([Fetch, Fetch, Fetch, Fetch, Fetch]).ShouldBe(OneSecond, "Five fetches wait for the network, and nobody holds the lock meanwhile.");
        TimeOf([Sum, Sum, Sum, Sum, Sum]).ShouldBe(5 * OneSecond, "Five sums compute, and only the thread that holds the lock may.");

        int Fetch()
        {
            lock (interpreter)
            {
                // Here the request is put together: that needs the lock, and hardly any time.
            }

            Thread.Sleep(OneSecond);
            return 0;
        }

        int Sum()
        {
            lock (interpreter)
                Thread.Sleep(OneSecond);
            return 0;
        }
    }

    private static TimeSpan TimeOf(IReadOnlyList<Func<int>> errands)
    {
        var watch = Stopwatch.StartNew();
        Errands.RunAll(errands, _ => { });
        return watch.Elapsed;
    }

    private static Func<int> ErrandOf(int seconds, Exception? failure = null) => () =>
    {
        Thread.Sleep(seconds * OneSecond);
        return failure is null ? seconds : throw failure;
    };
}
