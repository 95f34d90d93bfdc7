namespace Corpus;

/// <summary>CancellationTokenSource, its tokens and their registrations.</summary>
public static class Cancellation
{
    private static readonly object Key = new();
    private static int total;
    private static bool stop;

    [Correct]
    public static Task Given_back_wherever_it_is_cancelled() => Anywhere(static async (gate, token) =>
    {
        await gate.WaitAsync(token);
        try
        {
            await Task.Delay(10, token);
            await Task.Yield();
        }
        finally
        {
            gate.Release();
        }
    });

    [Broken(FailureKind.Assertion)]
    public static Task Kept_when_it_is_cancelled_between_two_steps() => Anywhere(static async (gate, token) =>
    {
        await gate.WaitAsync(token);
        await Task.Yield();
        token.ThrowIfCancellationRequested();
        try
        {
            await Task.Delay(10, token);
        }
        finally
        {
            gate.Release();
        }
    });

    [Correct]
    public static async Task Honoured_at_once()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.CancelAfter(1_000);
        Expect(1_000, await Milliseconds(cancellation.Token));
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Not_passed_on()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.CancelAfter(1_000);
        Expect(1_000, await Milliseconds(CancellationToken.None));
    }

    [Correct]
    public static async Task Either_of_two_cancels()
    {
        using CancellationTokenSource caller = new(1_000), timeout = new(5_000);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(caller.Token, timeout.Token);
        Expect(1_000, await Milliseconds(both.Token));
    }

    [Broken(FailureKind.Assertion)]
    public static async Task One_of_two_is_forgotten()
    {
        using CancellationTokenSource caller = new(1_000), timeout = new(5_000);
        Expect(1_000, await Milliseconds(timeout.Token));
    }

    [Correct]
    public static void Called_back_once()
    {
        using var cancellation = new CancellationTokenSource();
        using var registration = cancellation.Token.Register(() => Interlocked.Increment(ref total));
        Twice(cancellation.Cancel);
        Expect(1, Volatile.Read(ref total));
    }

    [Broken(FailureKind.Assertion)]
    public static void Called_back_for_each_registration()
    {
        using var cancellation = new CancellationTokenSource();
        Together(Register, Register, cancellation.Cancel);
        Expect(Volatile.Read(ref total) <= 1);

        void Register() => cancellation.Token.Register(() => Interlocked.Increment(ref total));
    }

    [Correct]
    public static void Callback_waited_for()
    {
        using var cancellation = new CancellationTokenSource();
        var registration = cancellation.Token.Register(() => total++);
        Together(cancellation.Cancel, () =>
        {
            registration.Dispose();
            Expect(total is 0 or 1);
        });
    }

    [Broken(FailureKind.DataRace)]
    public static void Callback_still_running()
    {
        using var cancellation = new CancellationTokenSource();
        var registration = cancellation.Token.Register(() => total++);
        Together(cancellation.Cancel, () =>
        {
            registration.Unregister();
            Expect(total is 0 or 1);
        });
    }

    [Correct]
    public static void Cancelled_outside_of_the_lock() => Callbacks(cancel => cancel());

    [Broken(FailureKind.Deadlock)]
    public static void Cancelled_under_the_lock_that_the_callback_needs() => Callbacks(cancel =>
    {
        lock (Key)
            cancel();
    });

    [Correct]
    public static void Loop_that_asks_its_token()
    {
        using var cancellation = new CancellationTokenSource();
        var token = cancellation.Token;
        Together(cancellation.Cancel, () =>
        {
            while (!token.IsCancellationRequested)
                Thread.Yield();
        });
    }

    [Broken(FailureKind.DataRace)]
    public static void Loop_that_asks_a_plain_field() => Together(() => stop = true, () =>
    {
        while (!stop)
            Thread.Yield();
    });

    [Correct]
    public static async Task Given_up_and_stopped()
    {
        using var cancellation = new CancellationTokenSource(1_000);
        var work = Work(cancellation.Token);
        await Task.WhenAny(work);
        Expect(work.IsCanceled && total == 0);
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Given_up_but_still_at_work()
    {
        try
        {
            await Work(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(1));
        }
        catch (TimeoutException)
        {
            await Task.Delay(10_000);
        }

        Expect(0, Volatile.Read(ref total));
    }

    [Correct]
    public static void Disposed_after_the_last_cancel()
    {
        var cancellation = new CancellationTokenSource();
        Twice(cancellation.Cancel);
        cancellation.Dispose();
    }

    [Broken(FailureKind.Assertion)]
    public static void Disposed_while_others_cancel()
    {
        var cancellation = new CancellationTokenSource();
        Together(cancellation.Cancel, cancellation.Dispose);
    }

    private static async Task<long> Milliseconds(CancellationToken token)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAny(Task.Delay(10_000, token));
        return watch.ElapsedMilliseconds;
    }

    private static void Callbacks(Action<Action> around)
    {
        using var cancellation = new CancellationTokenSource();
        using var called = new ManualResetEventSlim();
        using var registration = cancellation.Token.Register(() =>
        {
            Task.Run(() =>
            {
                lock (Key)
                    total++;
            }).Wait();
        });
        around(cancellation.Cancel);
        Expect(1, total);
    }

    private static async Task Work(CancellationToken token)
    {
        await Task.Delay(5_000, token);
        Interlocked.Increment(ref total);
    }

    /// <summary>Somebody else waits for the same permit, and is not cancelled.</summary>
    private static async Task Anywhere(Func<SemaphoreSlim, CancellationToken, Task> use)
    {
        var gate = new SemaphoreSlim(1);
        var token = Interleaving.Cancellation.Anywhere();
        var first = use(gate, token);
        if (await gate.WaitAsync(1_000))
            gate.Release();
        try
        {
            await first;
        }
        catch (OperationCanceledException)
        {
            // It gave up.
        }

        Expect(1, gate.CurrentCount);
    }

    [Correct]
    public static Task Loop_keeps_the_token_of_a_source_that_is_disposed_of() => Disposed_of_beside_a_loop(keepsToken: true);

    [Broken(FailureKind.Assertion)]
    public static Task Loop_asks_a_source_for_its_token_that_is_disposed_of() => Disposed_of_beside_a_loop(keepsToken: false);

    private static async Task Disposed_of_beside_a_loop(bool keepsToken)
    {
        var source = new CancellationTokenSource();
        var kept = source.Token;
        var loop = Task.Run(() =>
        {
            for (var i = 0; i < 2 && !source.IsCancellationRequested; i++)
                GC.KeepAlive(keepsToken ? kept : source.Token);
        });
        source.Cancel();
        source.Dispose();
        await loop;
    }
}
