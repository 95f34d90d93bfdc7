using System.Diagnostics;
using Interleaving;
using Interleaving.NUnit;

namespace ConcurrencyKatas.EventLoop;

[TestFixture]
public sealed class EventLoopTests
{
    [Test, Interleaved]
    public void Callbacks_run_in_order_on_the_thread_of_Run()
    {
        var order = new List<string>();
        var threads = new List<int>();
        var loop = new EventLoop();

        loop.Run(() =>
        {
            var end = new TaskCompletionSource();
            loop.CallSoon("first", () =>
            {
                loop.CallSoon("third", () => Note("third"));
                loop.CallSoon("end", end.SetResult);
                Note("first");
            });
            loop.Post(_ => Note("second"), null);
            return end.Task;
        });

        order.ShouldBe(["first", "second", "third"],
            "Each callback goes to the end of the queue, and waits until those before it are over, even if a callback schedules it.");
        threads.Distinct().ShouldBe([Environment.CurrentManagedThreadId], "Callbacks run only on the thread that is in Run.");

        void Note(string name)
        {
            order.Add(name);
            threads.Add(Environment.CurrentManagedThreadId);
        }
    }

    [Test, Interleaved]
    public void A_call_from_another_thread_wakes_the_loop()
    {
        var watch = Stopwatch.StartNew();
        var loop = new EventLoop();

        loop.Run(() =>
        {
            var end = new TaskCompletionSource();
            new Thread(() =>
            {
                Thread.Sleep(20);
                loop.CallSoon("wake", end.SetResult);
            }).Start();
            return end.Task;
        });

        watch.ElapsedMilliseconds.ShouldBe(20, "The call came at 20 ms, and the loop had nothing else to do.");
    }

    [Test, Interleaved]
    public void Run_throws_what_main_throws_and_puts_the_former_context_back()
    {
        var failure = new IOException("no such document");
        var loop = new EventLoop();

        var seen = Should.Throw<IOException>(() => loop.Run(async () =>
        {
            await Task.Run(() => { }); // ends elsewhere
            throw failure;
        }), "Run should throw the exception of main as it is, not wrapped in another one.");

        seen.ShouldBeSameAs(failure, "Run should throw the very exception of main.");
        SynchronizationContext.Current.ShouldBeNull("There was no context before Run, so there should be none afterwards.");
    }

    [Test, Interleaved(Schedules = 100)]
    public void Timers_of_two_one_and_three_seconds_fire_at_two_one_and_three()
    {
        var fired = new List<double>();
        var watch = Stopwatch.StartNew();
        var loop = new EventLoop();

        loop.Run(() =>
        {
            var end = new TaskCompletionSource();
            foreach (var seconds in (int[])[2, 1, 3])
            {
                loop.CallLater(TimeSpan.FromSeconds(seconds), $"{seconds} s", () =>
                {
                    fired.Add(watch.Elapsed.TotalSeconds);
                    if (seconds == 3)
                        end.SetResult();
                });
            }

            watch.Elapsed.ShouldBe(TimeSpan.Zero, "CallLater should remember the timer and return at once.");
            return end.Task;
        });

        fired.ShouldBe([1, 2, 3], "Each timer should fire at its own instant, the earliest first.");
    }

    [Test, Interleaved(Schedules = 50)]
    public void More_than_a_hundred_milliseconds_are_reported_with_name_and_duration()
    {
        var told = new List<string>();
        var loop = new EventLoop(slow: (name, duration) => told.Add($"{name} {duration.TotalMilliseconds} ms"));

        loop.Run(async () =>
        {
            loop.CallSoon("in time", () => Thread.Sleep(100));
            loop.CallSoon("slow", () => Thread.Sleep(101));
            loop.CallSoon("fails", () => { Thread.Sleep(120); throw new IOException(); });
            Thread.Sleep(130);
            await Task.Delay(1_000); // waiting holds nobody up
            Thread.Sleep(140);
        });

        told.ShouldBe(["main 130 ms", "slow 101 ms", "fails 120 ms", "Post 140 ms"],
            "Each stretch that holds the loop for more than 100 ms should be reported, even if it throws, with its name and its own duration.");
    }

    [Test, Interleaved]
    public void A_callback_that_throws_is_told_and_the_loop_goes_on()
    {
        var failure = new IOException("no such document");
        var told = new List<(string Name, Exception What)>();
        var loop = new EventLoop(failed: (name, exception) => told.Add((name, exception)));

        loop.Run(() =>
        {
            var end = new TaskCompletionSource();
            loop.CallSoon("fails", () => throw failure);
            loop.CallSoon("end", end.SetResult);
            return end.Task;
        });

        told.ShouldBe([("fails", failure)], "The listener should get the callback's name and its very exception.");
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false)]
    public void A_minute_of_waiting_costs_no_more_than_a_second()
    {
        Waiting(TimeSpan.FromMinutes(1)).ShouldBeLessThanOrEqualTo(Waiting(TimeSpan.FromSeconds(1)) * 5 / 4,
            "This is the work that the loop's thread does while it waits. More work for a minute means that it polls: let it sleep until it is woken.");
    }

    private static long Waiting(TimeSpan time) => Cores.Run(1, () =>
    {
        var loop = new EventLoop();
        loop.Run(() =>
        {
            var end = new TaskCompletionSource();
            new Thread(() =>
            {
                Thread.Sleep(time);
                loop.CallSoon("end", end.SetResult);
            }).Start();
            return end.Task;
        });
    }).Work;
}
