namespace Corpus;

/// <summary>Delays, timers and clocks.</summary>
public static class Time
{
    private static int total;

    [Correct]
    public static async Task Shorter_delay_ends_first()
    {
        var order = new List<int>();
        await Task.WhenAll(Note(20), Note(10));
        Expect(order is [10, 20]);

        async Task Note(int milliseconds)
        {
            await Task.Delay(milliseconds);
            lock (order)
                order.Add(milliseconds);
        }
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Equal_delays_end_in_any_order()
    {
        var order = new List<int>();
        await Task.WhenAll(Note(1), Note(2));
        Expect(order is [1, 2]);

        async Task Note(int which)
        {
            await Task.Delay(10);
            lock (order)
                order.Add(which);
        }
    }

    [Correct]
    public static async Task Delays_at_once()
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Task.Delay(2_000), Task.Delay(1_000), Task.Delay(3_000));
        Expect(TimeSpan.FromSeconds(3), watch.Elapsed);
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Delays_one_after_the_other()
    {
        var watch = Stopwatch.StartNew();
        foreach (var milliseconds in (int[])[2_000, 1_000, 3_000])
            await Task.Delay(milliseconds);
        Expect(TimeSpan.FromSeconds(3), watch.Elapsed);
    }

    [Correct]
    public static async Task Periodic_ticks()
    {
        var watch = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 3; i++)
            await timer.WaitForNextTickAsync();
        Expect(TimeSpan.FromSeconds(3), watch.Elapsed);
    }

    [Broken(FailureKind.Deadlock)]
    public static async Task Periodic_ticks_after_the_last()
    {
        var watch = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(Timeout.InfiniteTimeSpan);
        await timer.WaitForNextTickAsync();
        Expect(TimeSpan.FromSeconds(3), watch.Elapsed);
    }

    [Correct]
    public static async Task Timer_stopped_and_waited_for()
    {
        var timer = new Timer(_ => total++, null, 10, Timeout.Infinite);
        await Task.Delay(10);
        await timer.DisposeAsync();
        Expect(total is 0 or 1);
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Timer_stopped_but_not_waited_for()
    {
        var timer = new Timer(_ => total++, null, 10, Timeout.Infinite);
        await Task.Delay(10);
        timer.Dispose();
        Expect(total is 0 or 1);
    }

    [Correct]
    public static async Task Overlapping_ticks_kept_apart()
    {
        var gate = new Lock();
        using var timer = new Timer(Tick, null, 10, 10);
        await Task.Delay(35);

        void Tick(object? state)
        {
            lock (gate)
            {
                Thread.Sleep(5);
                total++;
            }
        }
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Overlapping_ticks()
    {
        using var timer = new Timer(Tick, null, 10, 10);
        await Task.Delay(45);

        static void Tick(object? state)
        {
            var read = total;
            Thread.Sleep(25);
            total = read + 1;
        }
    }

    [Correct]
    public static async Task Timeout_told_from_an_answer()
    {
        try
        {
            await Task.Delay(2_000).WaitAsync(TimeSpan.FromSeconds(1));
            Expect(false, "no timeout");
        }
        catch (TimeoutException)
        {
            total++;
        }
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Answer_at_the_very_timeout()
    {
        Task answer = Task.Delay(1_000), timeout = Task.Delay(1_000);
        Expect(await Task.WhenAny(answer, timeout) == answer);
    }

    [Correct]
    public static async Task Pauses_that_double()
    {
        var start = TimeProvider.System.GetTimestamp();
        for (var attempt = 0; attempt < 3; attempt++)
            await Task.Delay(TimeSpan.FromSeconds(1 << attempt), TimeProvider.System);
        Expect(TimeSpan.FromSeconds(7), TimeProvider.System.GetElapsedTime(start));
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Pauses_that_stay_the_same()
    {
        var start = DateTime.UtcNow;
        for (var attempt = 0; attempt < 3; attempt++)
            await Task.Delay(TimeSpan.FromSeconds(1));
        Expect(TimeSpan.FromSeconds(7), DateTime.UtcNow - start);
    }
}
