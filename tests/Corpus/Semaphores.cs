namespace Corpus;

/// <summary>SemaphoreSlim, Semaphore and Mutex.</summary>
public static class Semaphores
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static int total;

    [Correct]
    public static async Task One_at_a_time_across_an_await()
    {
        await Twice(() => Add(Gate));
        Expect(2, total);
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Two_at_a_time()
    {
        using var wide = new SemaphoreSlim(2);
        await Twice(() => Add(wide));
        Expect(2, total);
    }

    [Correct]
    public static async Task Released_when_the_work_throws()
    {
        await Twice(async () =>
        {
            await Gate.WaitAsync();
            try
            {
                await Task.Yield();
                throw new FormatException();
            }
            catch (FormatException)
            {
                total++;
            }
            finally
            {
                Gate.Release();
            }
        });
        Expect(2, total);
    }

    [Broken(FailureKind.Deadlock)]
    public static async Task Kept_when_the_work_throws() => await Twice(async () =>
    {
        try
        {
            await Gate.WaitAsync();
            throw new FormatException();
        }
        catch (FormatException)
        {
            await Task.Yield();
        }
    });

    [Correct]
    public static async Task At_most_two_inside() => await Crowd(new SemaphoreSlim(2));

    [Broken(FailureKind.Assertion)]
    public static async Task Three_inside() => await Crowd(new SemaphoreSlim(3));

    [Correct]
    public static async Task Released_only_by_those_who_hold_it()
    {
        await Twice(async () =>
        {
            if (!await Gate.WaitAsync(0))
                return;
            try
            {
                total++;
            }
            finally
            {
                Gate.Release();
            }
        });
        Expect(1, Gate.CurrentCount);
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Released_by_those_who_gave_up()
    {
        await Twice(async () =>
        {
            try
            {
                await Gate.WaitAsync(0);
            }
            finally
            {
                Gate.Release();
            }
        });
        Expect(1, Gate.CurrentCount);
    }

    [Correct]
    public static void Taken_once() => Twice(() =>
    {
        Gate.Wait();
        total++;
        Gate.Release();
    });

    [Broken(FailureKind.Deadlock)]
    public static void Taken_again_by_its_holder() => Twice(() =>
    {
        Gate.Wait();
        Gate.Wait();
        total++;
        Gate.Release(2);
    });

    [Correct]
    public static void Buffer_of_one_item()
    {
        using SemaphoreSlim free = new(1), full = new(0);
        Together(
            () =>
            {
                for (var i = 0; i < 2; i++)
                {
                    free.Wait();
                    total = i;
                    full.Release();
                }
            },
            () =>
            {
                for (var i = 0; i < 2; i++)
                {
                    full.Wait();
                    Expect(i, total);
                    free.Release();
                }
            });
    }

    [Broken(FailureKind.Deadlock)]
    public static void Buffer_whose_lock_is_taken_first()
    {
        using var full = new SemaphoreSlim(0);
        Together(
            () =>
            {
                Gate.Wait();
                total = 1;
                full.Release();
                Gate.Release();
            },
            () =>
            {
                Gate.Wait();
                full.Wait();
                Expect(1, total);
                Gate.Release();
            });
    }

    [Correct]
    public static void Mutex_taken_and_released()
    {
        using var mutex = new Mutex();
        Threads(Add, Add);
        Expect(2, total);

        void Add()
        {
            mutex.WaitOne();
            total++;
            mutex.ReleaseMutex();
        }
    }

    [Broken(FailureKind.DataRace)]
    public static void Mutex_not_waited_for_long_enough()
    {
        using var mutex = new Mutex();
        Threads(Add, Add);

        void Add()
        {
            var taken = mutex.WaitOne(0);
            total++;
            if (taken)
                mutex.ReleaseMutex();
        }
    }

    [Correct]
    public static void Semaphore_of_the_system()
    {
        using var semaphore = new Semaphore(1, 1);
        Threads(Add, Add);
        Expect(2, total);

        void Add()
        {
            semaphore.WaitOne();
            total++;
            semaphore.Release();
        }
    }

    [Broken(FailureKind.UnhandledException)]
    public static void Semaphore_released_too_often()
    {
        using var semaphore = new Semaphore(0, 1);
        Threads(() => semaphore.Release(), () => semaphore.Release());
    }

    private static async Task Add(SemaphoreSlim gate)
    {
        await gate.WaitAsync();
        var read = total;
        await Task.Yield();
        total = read + 1;
        gate.Release();
    }

    private static async Task Crowd(SemaphoreSlim gate)
    {
        int inside = 0, most = 0;
        await Together(Enter, Enter, Enter);
        Expect(most <= 2, $"{most} were inside");

        async Task Enter()
        {
            await gate.WaitAsync();
            var now = Interlocked.Increment(ref inside);
            lock (gate)
                most = Math.Max(most, now);
            await Task.Delay(10);
            Interlocked.Decrement(ref inside);
            gate.Release();
        }
    }
}
