using Interleaving.NUnit;

namespace ConcurrencyKatas.EventLoop.Suite;

[TestFixture]
public sealed class TimersTests
{
    private const string Criterion = "timers";

    /// <summary>The figures of the course.</summary>
    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public void Timers_of_two_one_and_three_seconds_fire_at_two_one_and_three() => Fire([2_000, 1_000, 3_000]);

    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public void Each_timer_fires_at_its_instant_whatever_the_order([Values(1, 3, 6)] int count)
    {
        int[] delays = [.. Enumerable.Range(1, 100).Select(i => 3 * i)];
        Inputs.Draw().Shuffle(delays);
        Fire(delays[..count]);
    }

    [Test, Interleaved(Schedules = 100), Category(Criterion)]
    public void Equal_timers_fire_at_one_instant()
    {
        var at = Ways.Milliseconds(Inputs.Draw().Next(10, 60));
        var journal = new Journal();
        var loop = new EventLoop();

        loop.RunUntil(end =>
        {
            foreach (var name in (string[])["a", "b", "c"])
            {
                loop.CallLater(at, name, () =>
                {
                    journal.Note(name);
                    if (journal.Count == 3)
                        end();
                });
            }
        });

        Claim.That(journal.Order.Order(StringComparer.Ordinal).SequenceEqual(["a", "b", "c"]), Wording.LostTimer);
        Claim.That(Array.TrueForAll(journal.Times, time => time == at), Wording.Late);
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_timer_holds_nobody_up()
    {
        var journal = new Journal();
        var loop = new EventLoop();
        var returned = TimeSpan.MaxValue;

        loop.RunUntil(end =>
        {
            loop.CallLater(Ways.Milliseconds(Inputs.Draw().Next(10, 60)), "timer", end);
            returned = journal.Now;
            loop.CallSoon("soon", () => journal.Note("soon"));
        });

        Claim.That(returned == TimeSpan.Zero, Wording.Held);
        Claim.That(journal.Times is [var at] && at == TimeSpan.Zero, Wording.Held);
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_timer_of_no_time_waits_for_its_turn()
    {
        var journal = new Journal();
        var loop = new EventLoop();

        loop.RunUntil(end =>
        {
            loop.CallLater(TimeSpan.Zero, "timer", () =>
            {
                journal.Note("timer");
                end();
            });
            journal.Note("main");
        });

        Claim.That(journal.Order is ["main", "timer"], Wording.Inline);
        Claim.That(journal.Times is [_, var at] && at == TimeSpan.Zero, Wording.Late);
    }

    /// <summary>The loop sleeps until a far timer, or for ever, when a nearer one comes; from a thread or from a callback.</summary>
    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public void A_nearer_timer_that_comes_while_the_loop_sleeps_fires_in_time([Values] bool hasFar, [Values] bool fromThread)
    {
        var draw = Inputs.Draw();
        int asked = draw.Next(5, 20), delay = draw.Next(5, 20);
        var journal = new Journal();
        var loop = new EventLoop();

        loop.RunUntil(end =>
        {
            if (hasFar)
                loop.CallLater(Ways.Milliseconds(200), "far", () => journal.Note("far"));
            Action near = () => loop.CallLater(Ways.Milliseconds(delay), "near", () =>
            {
                journal.Note("near");
                end();
            });
            if (fromThread)
            {
                Ways.Started(() =>
                {
                    Thread.Sleep(asked);
                    near();
                });
            }
            else
            {
                loop.CallLater(Ways.Milliseconds(asked), "asks", near);
            }
        });

        Claim.That(journal.Order is ["near"] && journal.Times[0] == Ways.Milliseconds(asked + delay), Wording.SleptOn);
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_timer_and_a_call_from_a_thread_do_not_disturb_each_other()
    {
        var draw = Inputs.Draw();
        int call = draw.Next(5, 20), timer = call + draw.Next(5, 20);
        var journal = new Journal();
        var loop = new EventLoop();

        loop.RunUntil(end =>
        {
            loop.CallLater(Ways.Milliseconds(timer), "timer", () =>
            {
                journal.Note("timer");
                end();
            });
            Ways.Started(() =>
            {
                Thread.Sleep(call);
                loop.CallSoon("call", () => journal.Note("call"));
            });
        });

        Claim.That(journal.Order is ["call", "timer"], Wording.LostTimer);
        Claim.That(journal.Times.SequenceEqual([Ways.Milliseconds(call), Ways.Milliseconds(timer)]), Wording.SleptOn);
    }

    [Test, Interleaved, Category(Criterion)]
    public void Timers_that_fall_due_while_a_callback_runs_follow_in_the_order_of_their_instants()
    {
        int[] delays = [10, 20, 30];
        Inputs.Draw().Shuffle(delays);
        var journal = new Journal();
        var loop = new EventLoop();

        loop.RunUntil(end =>
        {
            foreach (var delay in delays)
            {
                loop.CallLater(Ways.Milliseconds(delay), $"{delay}", () =>
                {
                    journal.Note($"{delay}");
                    if (journal.Count == 3)
                        end();
                });
            }

            loop.CallSoon("busy", () => Thread.Sleep(45));
        });

        Claim.That(journal.Order is ["10", "20", "30"], Wording.Instants);
        Claim.That(Array.TrueForAll(journal.Times, time => time == Ways.Milliseconds(45)), Wording.Late);
        Claim.That(journal.IsAllOn(Environment.CurrentManagedThreadId), Wording.Thread);
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_timer_waits_for_the_next_run_and_main_does_not_wait_for_it()
    {
        var main = Inputs.Draw().Next(5, 15);
        var journal = new Journal();
        var loop = new EventLoop();

        loop.Run(async () =>
        {
            loop.CallLater(Ways.Milliseconds(30), "timer", () => journal.Note("timer"));
            await Task.Delay(main);
        });
        Claim.That(journal.Now == Ways.Milliseconds(main), Wording.NeverEnds);

        Thread.Sleep(40);
        Claim.That(journal.Order is [], Wording.NotRunning);

        var again = journal.Now;
        loop.RunUntil(end => loop.CallLater(Ways.Milliseconds(5), "end", end));
        Claim.That(journal.Order is ["timer"] && journal.Times[0] == again, Wording.Between);
        Claim.That(journal.IsAllOn(Environment.CurrentManagedThreadId), Wording.Thread);
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_delay_counts_from_the_call_and_not_from_the_run()
    {
        var draw = Inputs.Draw();
        int before = draw.Next(5, 15), delay = before + draw.Next(5, 15);
        var journal = new Journal();
        var loop = new EventLoop();

        loop.CallLater(Ways.Milliseconds(delay), "timer", () => journal.Note("timer"));
        Thread.Sleep(before);
        loop.RunUntil(end => loop.CallLater(Ways.Milliseconds(50), "end", end));

        Claim.That(journal.Times is [var at] && at == Ways.Milliseconds(delay), Wording.Late);
    }

    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public void A_queue_that_is_never_empty_does_not_keep_a_timer_waiting()
    {
        var due = Inputs.Draw().Next(2, 6);
        int rounds = 0, seen = 0;
        var loop = new EventLoop();

        loop.RunUntil(end =>
        {
            loop.CallLater(Ways.Milliseconds((10 * due) + 5), "timer", () => Volatile.Write(ref seen, Volatile.Read(ref rounds)));
            loop.CallSoon("again", Again);

            void Again()
            {
                Thread.Sleep(10);
                if (Interlocked.Increment(ref rounds) < 40)
                    loop.CallSoon("again", Again);
                else
                    loop.CallLater(Ways.Milliseconds(5), "end", end);
            }
        });

        var at = Volatile.Read(ref seen);
        Claim.That(at > due, Wording.TooSoon);
        Claim.That(at <= due + 3, Wording.StarvedTimer);
    }

    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public void Timers_that_are_due_at_once_do_not_keep_the_queue_waiting()
    {
        int rounds = 0, seen = 0;
        var loop = new EventLoop();

        loop.RunUntil(end =>
        {
            loop.CallLater(TimeSpan.Zero, "again", Again);

            void Again()
            {
                var round = Interlocked.Increment(ref rounds);
                if (round == 5)
                    loop.CallSoon("call", () => Volatile.Write(ref seen, Volatile.Read(ref rounds)));
                if (round < 40)
                    loop.CallLater(TimeSpan.Zero, "again", Again);
                else
                    loop.CallLater(Ways.Milliseconds(5), "end", end);
            }
        });

        Claim.That(Volatile.Read(ref seen) is >= 5 and < 20, Wording.StarvedQueue);
    }

    private static void Fire(int[] delays)
    {
        var journal = new Journal();
        var loop = new EventLoop();
        var left = delays.Length;

        loop.RunUntil(end =>
        {
            foreach (var delay in delays)
            {
                loop.CallLater(Ways.Milliseconds(delay), $"{delay}", () =>
                {
                    journal.Note($"{delay}");
                    if (Interlocked.Decrement(ref left) == 0)
                        end();
                });
            }
        });

        int[] sorted = [.. delays.Order()];
        Claim.That(journal.Order.SequenceEqual(sorted.Select(delay => $"{delay}")), Wording.Instants);
        Claim.That(journal.Times.SequenceEqual(sorted.Select(Ways.Milliseconds)), Wording.Late);
        Claim.That(journal.IsAllOn(Environment.CurrentManagedThreadId), Wording.Thread);
    }
}
