namespace Corpus;

/// <summary>Events, CountdownEvent and Barrier.</summary>
public static class Events
{
    private static int total;
    private static int data;

    [Correct]
    public static void Set_after_the_work()
    {
        using var ready = new ManualResetEventSlim();
        Together(
            () =>
            {
                data = 42;
                ready.Set();
            },
            () =>
            {
                ready.Wait();
                Expect(42, data);
            });
    }

    [Broken(FailureKind.DataRace)]
    public static void Set_before_the_work()
    {
        using var ready = new ManualResetEventSlim();
        Together(
            () =>
            {
                ready.Set();
                data = 42;
            },
            () =>
            {
                ready.Wait();
                Expect(42, data);
            });
    }

    [Correct]
    public static void Gate_that_stays_open()
    {
        using var gate = new ManualResetEvent(false);
        Threads(() => gate.WaitOne(), () => gate.WaitOne(), () => gate.Set());
    }

    [Broken(FailureKind.Deadlock)]
    public static void Gate_that_is_shut_again()
    {
        using var gate = new ManualResetEvent(false);
        Threads(
            () => gate.WaitOne(),
            () =>
            {
                gate.Set();
                gate.Reset();
            });
    }

    [Correct]
    public static void A_set_for_each_waiter()
    {
        using var turn = new AutoResetEvent(false);
        using var taken = new AutoResetEvent(false);
        Threads(Wait, Wait, () =>
        {
            turn.Set();
            taken.WaitOne();
            turn.Set();
            taken.WaitOne();
        });

        void Wait()
        {
            turn.WaitOne();
            taken.Set();
        }
    }

    [Broken(FailureKind.Deadlock)]
    public static void Two_sets_in_a_row_are_one()
    {
        using var turn = new AutoResetEvent(false);
        Threads(() => turn.WaitOne(), () => turn.WaitOne(), () =>
        {
            turn.Set();
            turn.Set();
        });
    }

    [Correct]
    public static void Counted_down_by_all()
    {
        using var left = new CountdownEvent(2);
        int first = 0, second = 0;
        Together(
            () =>
            {
                first = 1;
                left.Signal();
            },
            () =>
            {
                second = 1;
                left.Signal();
            },
            () =>
            {
                left.Wait();
                Expect(2, first + second);
            });
    }

    [Broken(FailureKind.DataRace)]
    public static void Counted_down_by_one_too_few()
    {
        using var left = new CountdownEvent(1);
        int first = 0, second = 0;
        Together(
            () =>
            {
                first = 1;
                left.Signal();
            },
            () => second = 1,
            () =>
            {
                left.Wait();
                Expect(2, first + second);
            });
    }

    [Correct]
    public static void Count_raised_before_the_start()
    {
        using var left = new CountdownEvent(1);
        for (var i = 0; i < 2; i++)
        {
            left.AddCount();
            Task.Run(() =>
            {
                Interlocked.Increment(ref total);
                left.Signal();
            });
        }

        left.Signal();
        left.Wait();
        Expect(2, total);
    }

    [Broken(FailureKind.Assertion)]
    public static void Count_raised_inside_the_task()
    {
        using var left = new CountdownEvent(1);
        for (var i = 0; i < 2; i++)
        {
            Task.Run(() =>
            {
                left.TryAddCount();
                Interlocked.Increment(ref total);
                left.Signal();
            });
        }

        left.Signal();
        left.Wait();
        Expect(2, Volatile.Read(ref total));
    }

    [Correct]
    public static void Phases_apart()
    {
        using var barrier = new Barrier(2);
        int[] slots = [0, 0];
        Threads(() => Work(0), () => Work(1));

        void Work(int mine)
        {
            for (var phase = 1; phase <= 2; phase++)
            {
                slots[mine] = phase;
                barrier.SignalAndWait();
                Expect(phase, slots[1 - mine]);
                barrier.SignalAndWait();
            }
        }
    }

    [Broken(FailureKind.DataRace)]
    public static void Phases_that_overlap()
    {
        using var barrier = new Barrier(2);
        int[] slots = [0, 0];
        Threads(() => Work(0), () => Work(1));

        void Work(int mine)
        {
            for (var phase = 1; phase <= 2; phase++)
            {
                slots[mine] = phase;
                barrier.SignalAndWait();
                Expect(slots[1 - mine] >= phase);
            }
        }
    }

    [Correct]
    public static void Who_leaves_the_barrier_says_so()
    {
        using var barrier = new Barrier(2, _ => total++);
        Threads(
            () =>
            {
                barrier.SignalAndWait();
                barrier.RemoveParticipant();
            },
            () =>
            {
                barrier.SignalAndWait();
                barrier.SignalAndWait();
            });
        Expect(2, total);
    }

    [Broken(FailureKind.Deadlock)]
    public static void Who_leaves_the_barrier_says_nothing()
    {
        using var barrier = new Barrier(2);
        Threads(
            () => barrier.SignalAndWait(),
            () =>
            {
                barrier.SignalAndWait();
                barrier.SignalAndWait();
            });
    }

    [Correct]
    public static void Either_of_two_events()
    {
        using var first = new ManualResetEvent(false);
        using var second = new ManualResetEvent(false);
        Threads(() => first.Set(), () => second.Set(), () =>
        {
            Expect(WaitHandle.WaitAny([first, second]) is 0 or 1);
            WaitHandle.WaitAll([first, second]);
        });
    }

    [Broken(FailureKind.UnhandledException)]
    public static void The_first_of_two_events()
    {
        using var first = new ManualResetEvent(false);
        using var second = new ManualResetEvent(false);
        Threads(() => first.Set(), () => second.Set(), () => Expect(0, WaitHandle.WaitAny([first, second])));
    }
}
