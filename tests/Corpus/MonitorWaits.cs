namespace Corpus;

/// <summary>Monitor.Wait, Pulse and PulseAll.</summary>
public static class MonitorWaits
{
    private static readonly object Key = new();
    private static readonly Queue<int> Items = [];
    private static bool done;

    [Correct]
    public static void Waiting_in_a_while()
    {
        Together(Take, Take, () => Put(1), () => Put(2));
        Expect(0, Items.Count);

        static void Take()
        {
            lock (Key)
            {
                while (Items.Count == 0)
                    Monitor.Wait(Key);
                Items.Dequeue();
            }
        }
    }

    [Broken(FailureKind.Assertion)]
    public static void Waiting_in_an_if()
    {
        Together(Take, Take, () => Put(1), () => Put(2));

        static void Take()
        {
            lock (Key)
            {
                if (Items.Count == 0)
                    Monitor.Wait(Key);
                Items.Dequeue();
            }
        }
    }

    [Correct]
    public static void Waiting_for_what_may_have_happened() => Together(
        () =>
        {
            lock (Key)
            {
                while (!done)
                    Monitor.Wait(Key);
            }
        },
        () =>
        {
            lock (Key)
            {
                done = true;
                Monitor.Pulse(Key);
            }
        });

    [Broken(FailureKind.Deadlock)]
    public static void Waiting_for_a_pulse_that_may_be_over() => Together(
        () =>
        {
            lock (Key)
                Monitor.Wait(Key);
        },
        () =>
        {
            lock (Key)
                Monitor.Pulse(Key);
        });

    [Correct]
    public static void All_are_woken() => Turns(Monitor.PulseAll);

    [Broken(FailureKind.Deadlock)]
    public static void The_wrong_one_is_woken() => Turns(Monitor.Pulse);

    [Correct]
    public static void A_wait_that_ran_out_is_seen() => Together(
        () =>
        {
            lock (Key)
            {
                if (Monitor.Wait(Key, 100))
                    Expect(1, Items.Dequeue());
            }
        },
        () =>
        {
            Thread.Sleep(200);
            Put(1);
        });

    [Broken(FailureKind.Assertion)]
    public static void A_wait_that_ran_out_is_taken_for_a_pulse() => Together(
        () =>
        {
            lock (Key)
            {
                Monitor.Wait(Key, 100);
                Expect(1, Items.Dequeue());
            }
        },
        () =>
        {
            Thread.Sleep(200);
            Put(1);
        });

    private static void Put(int item)
    {
        lock (Key)
        {
            Items.Enqueue(item);
            Monitor.Pulse(Key);
        }
    }

    /// <summary>Three take turns on one monitor: a pulse for one of the others is lost on the third.</summary>
    private static void Turns(Action<object> wake)
    {
        var turn = 2;
        Together(() => Take(0), () => Take(1), () => Take(2));

        void Take(int mine)
        {
            lock (Key)
            {
                while (turn != mine)
                    Monitor.Wait(Key);
                turn--;
                wake(Key);
            }
        }
    }
}
