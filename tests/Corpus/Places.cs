namespace Corpus;

/// <summary>Where it was thrown: each program fails on the line that ends with its name, and no other is to be told.</summary>
public static class Places
{
    private static readonly Lock Left = new();
    private static readonly Lock Right = new();
    private static readonly int[] Three = [1, 2, 3];
    private static int zero;

    [Broken(FailureKind.Assertion)]
    public static async Task Thrown_in_a_task()
    {
        var work = Task.Run(() =>
        {
            zero++;
            throw new FormatException(); // of Thrown_in_a_task
        });
        await Task.Delay(10);
        await work;
        Volatile.Write(ref zero, 2);
    }

    [Broken(FailureKind.UnhandledException)]
    public static void Thrown_in_a_thread()
    {
        var thread = new Thread(() =>
        {
            Volatile.Write(ref zero, 1);
            throw new FormatException(); // of Thrown_in_a_thread
        });
        thread.Start();
        thread.Join();
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Thrown_before_the_first_await()
    {
        if (Environment.NewLine.Length > 0)
            throw new FormatException(); // of Thrown_before_the_first_await
        await Task.Yield();
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Thrown_under_three_awaits()
    {
        await One();
        Volatile.Write(ref zero, 1);

        static async Task One() => await Two();

        static async Task Two()
        {
            await Task.Yield();
            await Failing();
        }

        static async Task Failing()
        {
            await Task.Delay(1);
            throw new FormatException(); // of Thrown_under_three_awaits
        }
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Thrown_by_the_platform()
    {
        var text = await Task.Run(() => "x");
        _ = int.Parse(text); // of Thrown_by_the_platform
        await Task.Yield();
    }

    [Broken(FailureKind.Assertion)]
    public static async Task No_object_there()
    {
        await Task.Run(() => Length(null!));

        static int Length(string text)
        {
            Volatile.Write(ref zero, 1);
            return text.Length; // of No_object_there
        }
    }

    [Broken(FailureKind.Assertion)]
    public static async Task No_such_item()
    {
        var at = await Task.Run(() => 3);
        Volatile.Write(ref zero, 1);
        Volatile.Write(ref zero, Three[at]); // of No_such_item
        Volatile.Write(ref zero, 2);
    }

    [Broken(FailureKind.Assertion)]
    public static void Divided_by_zero_in_a_task_that_is_waited_for()
    {
        var work = Task.Run(() =>
        {
            var none = Volatile.Read(ref zero);
            return 7 / none; // of Divided_by_zero_in_a_task_that_is_waited_for
        });
        work.Wait();
    }

    [Broken(FailureKind.Assertion)]
    public static void Thrown_in_one_of_two_that_are_invoked() => Parallel.Invoke(
        () => Volatile.Write(ref zero, 1),
        () => throw new FormatException()); // of Thrown_in_one_of_two_that_are_invoked

    [Broken(FailureKind.Assertion)]
    public static async Task Thrown_between_two_phases()
    {
        using var barrier = new Barrier(
            2,
            _ => throw new FormatException()); // of Thrown_between_two_phases
        await Task.WhenAll(Task.Run(barrier.SignalAndWait), Task.Run(barrier.SignalAndWait));
    }

    [Broken(FailureKind.UnhandledException)]
    public static async Task Thrown_in_an_async_void_method()
    {
        Start();
        await Task.Delay(10);

        static async void Start()
        {
            await Task.Delay(1);
            throw new FormatException(); // of Thrown_in_an_async_void_method
        }
    }

    [Broken(FailureKind.UnhandledException)]
    public static async Task Thrown_in_a_timer()
    {
        await using var timer = new Timer(_ => Tick(), null, 1, Timeout.Infinite);
        await Task.Delay(10);

        static void Tick()
        {
            Volatile.Write(ref zero, 1);
            throw new FormatException(); // of Thrown_in_a_timer
        }
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Thrown_by_a_type_initialiser() => await Task.Run(() => Volatile.Write(ref zero, Failing.Value));

    [Broken(FailureKind.Assertion)]
    public static async Task Thrown_again()
    {
        try
        {
            await Task.Run(() => throw new FormatException()); // of Thrown_again
        }
        catch (FormatException)
        {
            Volatile.Write(ref zero, 1);
            throw;
        }
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Thrown_around_another()
    {
        try
        {
            await Task.Run(() => throw new FormatException());
        }
        catch (FormatException e)
        {
            throw new NotSupportedException("no", e); // of Thrown_around_another
        }
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Never_thrown_but_set()
    {
        var source = new TaskCompletionSource();
        var work = Task.Run(() => source.SetException(new FormatException()));
        Volatile.Write(ref zero, 1);
        await source.Task; // of Never_thrown_but_set
        await work;
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Thrown_by_an_iterator()
    {
        await Task.Yield();
        foreach (var number in Numbers())
            Volatile.Write(ref zero, number);

        static IEnumerable<int> Numbers()
        {
            yield return 1;
            throw new FormatException(); // of Thrown_by_an_iterator
        }
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Thrown_before_a_long_ending()
    {
        try
        {
            await Task.Yield();
            throw new FormatException(); // of Thrown_before_a_long_ending
        }
        finally
        {
            await Task.Delay(10);
            Volatile.Write(ref zero, 1);
        }
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Thrown_in_a_continuation() =>
        await Task.Run(() => Volatile.Write(ref zero, 1)).ContinueWith(
            static _ => throw new FormatException()); // of Thrown_in_a_continuation

    [Broken(FailureKind.Deadlock)]
    public static void Two_locks_in_two_orders()
    {
        var one = Task.Run(() =>
        {
            lock (Left)
            {
                lock (Right) // of Two_locks_in_two_orders
                    zero++;
            }
        });
        var two = Task.Run(() =>
        {
            lock (Right)
            {
                lock (Left) // of Two_locks_in_two_orders
                    zero++;
            }
        });
        Task.WaitAll(one, two);
    }

    [Broken(FailureKind.Deadlock)]
    public static void A_blocked_context()
    {
        var context = new Queueing();
        SynchronizationContext.SetSynchronizationContext(context);
        FetchAsync().Wait(); // of A_blocked_context

        static async Task FetchAsync()
        {
            await Task.Delay(10); // of A_blocked_context
            Volatile.Write(ref zero, 1);
        }
    }

    private static class Failing
    {
        public static readonly int Value = Make();

        private static int Make() =>
            throw new FormatException(); // of Thrown_by_a_type_initialiser
    }

    /// <summary>Runs nothing until its thread comes back, which it does not.</summary>
    private sealed class Queueing : SynchronizationContext
    {
        private readonly Queue<(SendOrPostCallback Callback, object? State)> posted = new();

        public override void Post(SendOrPostCallback d, object? state)
        {
            lock (posted)
                posted.Enqueue((d, state));
        }
    }
}
