namespace Corpus;

/// <summary>Stores that others see later than a read behind them: on every processor, <c>volatile</c> or not, unless there is a fence.</summary>
public static class StoreBuffers
{
    private static readonly int[] Turns = new int[2];
    private static volatile bool first;
    private static volatile bool second;
    private static volatile int turn;
    private static volatile bool waiting;
    private static volatile int items;
    private static bool firstFlag;
    private static bool secondFlag;
    private static int inside;
    private static int data;
    private static object? mine;
    private static object? yours;
    private static readonly Lock Gate = new();

    [Broken(FailureKind.Assertion)]
    public static async Task Dekker_whose_reads_come_last()
    {
        var one = Task.Run(static () => (first = true) && !second);
        var other = Task.Run(static () => (second = true) && !first);
        Expect(!(await one && await other));
    }

    [Correct]
    public static void Dekker_with_a_fence()
    {
        Together(
            static () =>
            {
                first = true;
                Interlocked.MemoryBarrier();
                if (!second)
                    Interlocked.Increment(ref inside);
            },
            static () =>
            {
                second = true;
                Interlocked.MemoryBarrier();
                if (!first)
                    Interlocked.Increment(ref inside);
            });
        Expect(inside < 2);
    }

    [Broken(FailureKind.Assertion)]
    public static void Dekker_with_volatile_alone()
    {
        Together(
            static () =>
            {
                first = true;
                if (!second)
                    Interlocked.Increment(ref inside);
            },
            static () =>
            {
                second = true;
                if (!first)
                    Interlocked.Increment(ref inside);
            });
        Expect(inside < 2);
    }

    [Correct]
    public static void Dekker_by_exchange()
    {
        Together(static () => Try(ref firstFlag, ref secondFlag), static () => Try(ref secondFlag, ref firstFlag));
        Expect(inside < 2);

        static void Try(ref bool own, ref bool theirs)
        {
            Interlocked.Exchange(ref own, true);
            if (!Volatile.Read(ref theirs))
                Interlocked.Increment(ref inside);
        }
    }

    [Broken(FailureKind.Assertion)]
    public static void Dekker_by_the_class()
    {
        Together(static () => Try(ref firstFlag, ref secondFlag), static () => Try(ref secondFlag, ref firstFlag));
        Expect(inside < 2);

        static void Try(ref bool own, ref bool theirs)
        {
            Volatile.Write(ref own, true);
            if (!Volatile.Read(ref theirs))
                Interlocked.Increment(ref inside);
        }
    }

    [Correct]
    public static void Peterson_with_a_fence()
    {
        Together(static () => Enter(ref first, ref second, 1), static () => Enter(ref second, ref first, 2));
        Expect(2, data);

#pragma warning disable CS0420 // To Volatile, a volatile field is a field like any other.
        static void Enter(ref bool own, ref bool theirs, int other)
        {
            Volatile.Write(ref own, true);
            turn = other;
            Interlocked.MemoryBarrier();
            while (Volatile.Read(ref theirs) && turn == other)
                Thread.Yield();
            data++;
            Volatile.Write(ref own, false);
        }
    }

    [Broken(FailureKind.DataRace)]
    public static void Peterson_without_a_fence()
    {
        Together(static () => Enter(ref first, ref second, 1), static () => Enter(ref second, ref first, 2));
        Expect(2, data);

        static void Enter(ref bool own, ref bool theirs, int other)
        {
            Volatile.Write(ref own, true);
            turn = other;
            while (Volatile.Read(ref theirs) && turn == other)
                Thread.Yield();
            data++;
            Volatile.Write(ref own, false);
        }
    }
#pragma warning restore CS0420

    [Correct]
    public static void Sleeper_looks_again_behind_a_fence()
    {
        using var signal = new SemaphoreSlim(0);
        Together(
            () =>
            {
                items = 1;
                Interlocked.MemoryBarrier();
                if (waiting)
                    signal.Release();
            },
            () =>
            {
                waiting = true;
                Interlocked.MemoryBarrier();
                if (items == 0)
                    signal.Wait();
            });
    }

    [Broken(FailureKind.Deadlock)]
    public static void Sleeper_looks_again_without_one()
    {
        using var signal = new SemaphoreSlim(0);
        Together(
            () =>
            {
                items = 1;
                if (waiting)
                    signal.Release();
            },
            () =>
            {
                waiting = true;
                if (items == 0)
                    signal.Wait();
            });
    }

    [Correct]
    public static void Messages_keep_their_order() => Together(
        static () =>
        {
            items = 1;
            first = true;
            second = true;
        },
        static () =>
        {
            if (second)
                Expect(first && items == 1);
        });

    [Broken(FailureKind.Assertion)]
    public static void Messages_in_the_wrong_order() => Together(
        static () =>
        {
            items = 1;
            second = true;
            first = true;
        },
        static () =>
        {
            if (second)
                Expect(first && items == 1);
        });

    [Correct]
    public static void Own_store_is_seen_at_once() => Together(
        static () =>
        {
            items = 1;
            waiting = first;
            Expect(1, items);
            items = 2;
            Expect(2, items);
        },
        static () => first = items > 0);

    [Broken(FailureKind.Assertion)]
    public static void Own_store_is_seen_by_nobody_else()
    {
        Together(
            static () =>
            {
                items = 1;
                Expect(1, items);
                Turns[0] = first ? 1 : 0;
            },
            static () =>
            {
                first = true;
                Turns[1] = items;
            });
        Expect(Turns[0] + Turns[1] > 0);
    }

    [Correct]
    public static void References_under_a_lock()
    {
        Together(static () => Try(ref mine, ref yours), static () => Try(ref yours, ref mine));
        Expect(inside < 2);

        static void Try(ref object? own, ref object? theirs)
        {
            lock (Gate)
                own = new object();
            lock (Gate)
            {
                if (theirs is null)
                    Interlocked.Increment(ref inside);
            }
        }
    }

    [Broken(FailureKind.Assertion)]
    public static void References_assigned_plainly()
    {
        Together(static () => Try(ref mine, ref yours), static () => Try(ref yours, ref mine));
        Expect(inside < 2);

        static void Try(ref object? own, ref object? theirs)
        {
            own = new object();
            if (theirs is null)
                Interlocked.Increment(ref inside);
        }
    }

    [Correct]
    public static void Flags_of_two_that_spin() => Together(
        static () =>
        {
            first = true;
            while (!second)
            {
            }
        },
        static () =>
        {
            second = true;
            while (!first)
                Thread.Yield();
        });

    [Broken(FailureKind.Livelock)]
    public static void Flags_of_two_that_spin_for_each_other() => Together(
        static () =>
        {
            while (!second)
                Thread.Yield();
            first = true;
        },
        static () =>
        {
            while (!first)
                Thread.Yield();
            second = true;
        });
}
