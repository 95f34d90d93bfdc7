namespace Corpus;

/// <summary>What belongs to a thread or a flow, and work cut into parts.</summary>
public static class Flows
{
    private static readonly AsyncLocal<string> User = new();
    private static readonly Lock Gate = new();
    private static int total;

    [Correct]
    public static void Thread_local_parts_tracked()
    {
        using var parts = new ThreadLocal<int>(() => 0, trackAllValues: true);
        Threads(() => parts.Value += 1, () => parts.Value += 2);
        Expect(3, parts.Values.Sum());
    }

    [Broken(FailureKind.DataRace)]
    public static void Thread_local_list_handed_to_another()
    {
        using var parts = new ThreadLocal<List<int>>(() => [], trackAllValues: true);
        Threads(() => parts.Value!.Add(1), () =>
        {
            foreach (var part in parts.Values)
                part.Add(2);
        });
    }

    [Correct]
    public static async Task Each_flow_its_own_user() => await Together(() => Greet("Ada"), () => Greet("Grace"));

    [Broken(FailureKind.Assertion)]
    public static async Task User_kept_in_a_static_field()
    {
        var current = "";
        await Together(() => Welcome("Ada"), () => Welcome("Grace"));

        async Task Welcome(string name)
        {
            Volatile.Write(ref current, name);
            await Task.Yield();
            Expect(name, Volatile.Read(ref current));
        }
    }

    [Correct]
    public static async Task Change_told_to_the_flow()
    {
        var changes = 0;
        var local = new AsyncLocal<int>(change =>
        {
            if (!change.ThreadContextChanged)
                changes++;
        });
        local.Value = 1;
        await Inner();
        Expect(1, local.Value);
        Expect(2, changes);

        async Task Inner()
        {
            local.Value = 2;
            await Task.Yield();
            Expect(2, local.Value);
        }
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Mutable_object_in_a_flow()
    {
        var local = new AsyncLocal<List<int>> { Value = [] };
        await Together(() => AddAsync(1), () => AddAsync(2));

        async Task AddAsync(int item)
        {
            await Task.Yield();
            local.Value.Add(item);
        }
    }

    [Correct]
    public static void Loop_stopped_by_the_one_who_finds_it()
    {
        var found = -1;
        var result = Parallel.For(0, 6, new ParallelOptions { MaxDegreeOfParallelism = 2 }, (i, state) =>
        {
            if (i != 4 || state.ShouldExitCurrentIteration)
                return;
            Volatile.Write(ref found, i);
            state.Stop();
        });
        Expect(4, Volatile.Read(ref found));
        Expect(!result.IsCompleted);
    }

    [Broken(FailureKind.Assertion)]
    public static void Loop_stopped_though_all_are_wanted()
    {
        Parallel.For(0, 4, (i, state) =>
        {
            Interlocked.Increment(ref total);
            if (i == 2)
                state.Stop();
        });
        Expect(4, total);
    }

    [Correct]
    public static void Loop_broken_off_has_done_all_before()
    {
        var done = new int[6];
        var result = Parallel.For(0, 6, (i, state) =>
        {
            done[i] = 1;
            if (i == 3)
                state.Break();
        });
        Expect(3L, result.LowestBreakIteration ?? -1);
        Expect(4, done[..4].Sum());
    }

    [Broken(FailureKind.Assertion)]
    public static void Loop_broken_off_has_done_none_after()
    {
        var done = new int[6];
        Parallel.For(0, 6, new ParallelOptions { MaxDegreeOfParallelism = 3 }, (i, state) =>
        {
            done[i] = 1;
            if (i == 1)
                state.Break();
        });
        Expect(2, done.Sum());
    }

    [Correct]
    public static async Task Async_loop_that_throws_has_let_go()
    {
        var gate = new SemaphoreSlim(1);
        try
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, 3), async (i, token) =>
            {
                await gate.WaitAsync(token);
                try
                {
                    await Task.Yield();
                    if (i == 1)
                        throw new FormatException();
                }
                finally
                {
                    gate.Release();
                }
            });
            Expect(false, "it did not throw");
        }
        catch (FormatException)
        {
            Expect(1, gate.CurrentCount);
        }
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Async_loop_that_throws_has_done_the_rest()
    {
        try
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, 3), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (i, token) =>
            {
                await Task.Yield();
                if (i == 0)
                    throw new FormatException();
                Interlocked.Increment(ref total);
            });
        }
        catch (FormatException)
        {
            Expect(2, Volatile.Read(ref total));
        }
    }

    [Correct]
    public static void Query_that_adds_up()
    {
        int[] numbers = [1, 2, 3, 4];
        var sum = numbers.AsParallel().WithDegreeOfParallelism(2)
            .Aggregate(() => 0, (part, number) => part + number, (left, right) => left + right, sum => sum * 10);
        Expect(100, sum);
        Expect(numbers.AsParallel().AsOrdered().Select(number => number * number).ToArray() is [1, 4, 9, 16]);
    }

    [Broken(FailureKind.DataRace)]
    public static void Query_that_adds_to_one_list()
    {
        int[] numbers = [1, 2, 3, 4];
        var seen = new List<int>();
        numbers.AsParallel().ForAll(seen.Add);
    }

    [Correct]
    public static void Query_whose_order_is_asked_for()
    {
        int[] numbers = [3, 1, 2];
        Expect(numbers.AsParallel().Where(number => number > 1).OrderBy(number => number).ToList() is [2, 3]);
    }

    [Broken(FailureKind.Assertion)]
    public static void Query_whose_order_is_hoped_for()
    {
        int[] numbers = [1, 2, 3];
        Expect(numbers.AsParallel().Where(number => number > 1).ToList() is [2, 3]);
    }

    [Correct]
    public static async Task Nested_lambdas_with_a_variable_each()
    {
        var jobs = new List<Func<Task>>();
        foreach (var step in (int[])[1, 2])
        {
            var twice = step * 2;
            jobs.Add(async () =>
            {
                await Task.Yield();
                await Task.Run(async () =>
                {
                    await Task.Yield();
                    Interlocked.Add(ref total, twice + step);
                });
            });
        }

        await Task.WhenAll(jobs.Select(job => job()));
        Expect(9, total);
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Nested_lambdas_with_one_variable()
    {
        var last = 0;
        await Together(
            async () => await Task.Run(async () =>
            {
                await Task.Yield();
                last = 1;
            }),
            async () => await Task.Run(async () =>
            {
                await Task.Yield();
                last = 2;
            }));
        Expect(last > 0);
    }

    [Correct]
    public static async Task Local_function_that_calls_itself()
    {
        Expect(5, await FibonacciAsync(5));

        static async ValueTask<int> FibonacciAsync(int n)
        {
            if (n < 2)
                return n;
            var left = Task.Run(async () => await FibonacciAsync(n - 1));
            return await FibonacciAsync(n - 2) + await left;
        }
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Local_function_that_counts_its_calls()
    {
        var calls = 0;
        await FibonacciAsync(3);

        async ValueTask<int> FibonacciAsync(int n)
        {
            calls++;
            if (n < 2)
                return n;
            var left = Task.Run(async () => await FibonacciAsync(n - 1));
            return await FibonacciAsync(n - 2) + await left;
        }
    }

    [Correct]
    public static void Type_initialised_under_a_lock_of_its_own()
    {
        Together(() => Expect(7, Registry.Get("seven")), () => Expect(7, Registry.Get("seven")));
    }

    [Broken(FailureKind.Deadlock)]
    public static void Types_initialised_by_each_other_under_locks() => Together(
        () =>
        {
            lock (Gate)
                Expect(7, Registry.Get("seven"));
        },
        () => Expect(1, Needy.Value));

    private static async Task Greet(string name)
    {
        User.Value = name;
        await Task.Yield();
        await Task.Run(() => Expect(name, User.Value));
    }

    private static class Registry
    {
        private static readonly Dictionary<string, int> Known = [];

        static Registry()
        {
            lock (Known)
                Known["seven"] = Needy.Value + 6;
        }

        public static int Get(string name)
        {
            lock (Known)
                return Known[name];
        }
    }

    private static class Needy
    {
        public static readonly int Value = Make();

        private static int Make()
        {
            lock (Gate)
                return 1;
        }
    }
}
