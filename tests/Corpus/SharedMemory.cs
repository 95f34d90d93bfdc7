namespace Corpus;

/// <summary>Fields, elements and captured variables that several use.</summary>
public static class SharedMemory
{
    private static readonly int[] Slots = new int[2];
    private static int total;
    private static int data;
    private static volatile bool ready;
    private static bool plainReady;

    [Correct]
    public static void Static_field_counted_atomically()
    {
        Twice(() => Interlocked.Increment(ref total));
        Expect(2, total);
    }

    [Broken(FailureKind.DataRace)]
    public static void Static_field_counted()
    {
        Twice(() => total++);
        Expect(2, total);
    }

    [Correct]
    public static void Each_its_own_element()
    {
        Together(() => Slots[0]++, () => Slots[1]++);
        Expect(2, Slots[0] + Slots[1]);
    }

    [Broken(FailureKind.DataRace)]
    public static void One_element_for_both()
    {
        Twice(() => Slots[0]++);
        Expect(2, Slots[0]);
    }

    [Correct]
    public static async Task Async_bodies_one_after_the_other()
    {
        for (var i = 0; i < 2; i++)
            await Add();
        Expect(2, total);

        static async Task Add()
        {
            var read = total;
            await Task.Yield();
            total = read + 1;
        }
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Async_bodies_at_once()
    {
        await Task.WhenAll(Add(), Add());
        Expect(2, total);

        static async Task Add()
        {
            var read = total;
            await Task.Yield();
            total = read + 1;
        }
    }

    [Correct]
    public static void Volatile_flag_publishes() => Together(
        () =>
        {
            data = 42;
            ready = true;
        },
        () => Expect(!ready || data == 42));

    [Broken(FailureKind.DataRace)]
    public static void Plain_flag_publishes_nothing() => Together(
        () =>
        {
            data = 42;
            plainReady = true;
        },
        () => Expect(!plainReady || data == 42));

    [Correct]
    public static void Volatile_class_publishes() => Together(
        () =>
        {
            data = 42;
            Volatile.Write(ref plainReady, true);
        },
        () => Expect(!Volatile.Read(ref plainReady) || data == 42));

    [Broken(FailureKind.DataRace)]
    public static void Volatile_on_one_side_only() => Together(
        () =>
        {
            data = 42;
            Volatile.Write(ref plainReady, true);
        },
        () => Expect(!plainReady || data == 42));

    [Correct]
    public static void Largest_by_compare_and_swap()
    {
        Together(() => Raise(1), () => Raise(2));
        Expect(2, total);

        static void Raise(int to)
        {
            for (var seen = Volatile.Read(ref total); seen < to;)
            {
                var before = Interlocked.CompareExchange(ref total, to, seen);
                if (before == seen)
                    break;
                seen = before;
            }
        }
    }

    [Broken(FailureKind.Assertion)]
    public static void Largest_by_check_then_act()
    {
        Together(() => Raise(1), () => Raise(2));
        Expect(2, total);

        static void Raise(int to)
        {
            if (Volatile.Read(ref total) < to)
                Volatile.Write(ref total, to);
        }
    }

    [Correct]
    public static void First_one_takes_it()
    {
        int taken = 0, winners = 0;
        Twice(() =>
        {
            if (Interlocked.CompareExchange(ref taken, 1, 0) == 0)
                Interlocked.Increment(ref winners);
        });
        Expect(1, winners);
    }

    [Broken(FailureKind.Assertion)]
    public static void Both_take_it()
    {
        var winners = 0;
        Twice(() =>
        {
            if (!ready)
            {
                ready = true;
                Interlocked.Increment(ref winners);
            }
        });
        Expect(1, winners);
    }

    [Correct]
    public static void Each_its_own_list()
    {
        List<int> first = [], second = [];
        Together(() => first.Add(1), () => second.Add(2));
        Expect(2, first.Count + second.Count);
    }

    [Broken(FailureKind.DataRace)]
    public static void One_list_for_both()
    {
        List<int> list = [];
        Together(() => list.Add(1), () => list.Add(2));
        Expect(2, list.Count);
    }

    [Correct]
    public static void Loop_variable_copied()
    {
        var sum = 0;
        var tasks = new List<Task>();
        for (var i = 1; i <= 3; i++)
        {
            var copy = i;
            tasks.Add(Task.Run(() => Interlocked.Add(ref sum, copy)));
        }

        Task.WaitAll(tasks);
        Expect(6, sum);
    }

    [Broken(FailureKind.DataRace)]
    public static void Loop_variable_captured()
    {
        var sum = 0;
        var tasks = new List<Task>();
        for (var i = 1; i <= 3; i++)
            tasks.Add(Task.Run(() => Interlocked.Add(ref sum, i)));
        Task.WaitAll(tasks);
        Expect(6, sum);
    }

    [Correct]
    public static void Handler_copied_before_the_call()
    {
        Action? handler = static () => { };
        Together(() => Volatile.Read(ref handler)?.Invoke(), () => Volatile.Write(ref handler, null));
    }

    [Broken(FailureKind.Assertion)]
    public static void Handler_gone_between_check_and_call()
    {
        Action? handler = static () => { };
        Together(
            () =>
            {
                if (Volatile.Read(ref handler) is not null)
                    Volatile.Read(ref handler)!.Invoke();
            },
            () => Volatile.Write(ref handler, null));
    }

    [Correct]
    public static void Event_read_once()
    {
        var source = new Source();
        Action handler = static () => { };
        source.Rung += handler;
        Together(source.Ring, () => source.Rung -= handler);
    }

    [Broken(FailureKind.Assertion)]
    public static void Event_read_twice()
    {
        var source = new Source();
        Action handler = static () => { };
        source.Rung += handler;
        Together(source.RingIfHeard, () => source.Rung -= handler);
    }

    [Correct]
    public static void Plain_numbers_for_volatile_readers_in_order() => Together(
        static () =>
        {
            Volatile.Write(ref data, 1);
            Volatile.Write(ref total, 1);
        },
        static () =>
        {
            var seen = Volatile.Read(ref total);
            Expect(seen <= Volatile.Read(ref data));
        });

    [Broken(FailureKind.Assertion)]
    public static void Plain_numbers_for_volatile_readers_in_no_order() => Together(
        static () =>
        {
            total = 1;
            data = 1;
        },
        static () =>
        {
            var seen = Volatile.Read(ref total);
            Expect(seen <= Volatile.Read(ref data));
        });

    [Correct]
    public static void Pair_replaced_as_a_whole()
    {
        var pair = new Pair(0, 0);
        Together(
            () => Interlocked.Exchange(ref pair, new Pair(1, 1)),
            () =>
            {
                var (first, second) = Volatile.Read(ref pair);
                Expect(first, second);
            });
    }

    [Broken(FailureKind.Assertion)]
    public static void Pair_replaced_in_halves()
    {
        int first = 0, second = 0;
        Together(
            () =>
            {
                Interlocked.Exchange(ref first, 1);
                Interlocked.Exchange(ref second, 1);
            },
            () =>
            {
                var seen = Volatile.Read(ref second);
                Expect(seen, Volatile.Read(ref first));
            });
    }

    private sealed record Pair(int First, int Second);

    private sealed class Source
    {
        public event Action? Rung;

        public void Ring() => Rung?.Invoke();

        public void RingIfHeard()
        {
            if (Rung is not null)
                Rung();
        }
    }
}
