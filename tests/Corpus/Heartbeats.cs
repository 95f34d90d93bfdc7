namespace Corpus;

/// <summary>Deadlocks, and waits that end, beside timers that come again and again: there is always something that time can move on to.</summary>
public static class Heartbeats
{
    [Correct]
    public static async Task Flush_and_write_take_the_locks_in_one_order()
    {
        var (file, queue) = (new object(), new object());
        await using var flush = new Timer(_ => Both(file, queue), null, 1_000, 1_000);
        await Task.Delay(1_000);
        Both(file, queue);
    }

    [Broken(FailureKind.Deadlock)]
    public static async Task Flush_and_write_take_the_locks_crosswise()
    {
        var (file, queue) = (new object(), new object());
        await using var flush = new Timer(_ => Both(file, queue), null, 1_000, 1_000);
        await Task.Delay(1_000);
        Both(queue, file);
    }

    [Correct]
    public static async Task Permit_comes_back_beside_a_timer()
    {
        var permits = new SemaphoreSlim(1);
        await using var timer = new Timer(_ => With(permits, giveBack: true), null, 1_000, 1_000);
        await Task.Delay(2_500);
        With(permits, giveBack: true);
    }

    [Broken(FailureKind.Deadlock)]
    public static async Task Each_tick_waits_for_a_permit_that_is_lost()
    {
        var permits = new SemaphoreSlim(1);
        await using var timer = new Timer(_ => With(permits, giveBack: false), null, 1_000, 1_000);
        await Task.Delay(2_500);
        With(permits, giveBack: true);
    }

    [Correct]
    public static async Task Three_hundred_ticks_are_waited_for()
    {
        var ticks = 0;
        var done = new TaskCompletionSource();
        await using var timer = new Timer(
            _ =>
            {
                if (Interlocked.Increment(ref ticks) == 300)
                    done.SetResult();
            },
            null,
            1_000,
            1_000);
        await done.Task;
    }

    [Broken(FailureKind.Deadlock)]
    public static async Task Ticks_that_change_nothing_are_waited_for()
    {
        var open = new int[1];
        var done = new TaskCompletionSource();
        await using var timer = new Timer(
            _ =>
            {
                if (Volatile.Read(ref open[0]) == 1)
                    done.SetResult();
            },
            null,
            1_000,
            1_000);
        await done.Task;
    }

    [Correct]
    public static async Task Reply_comes_beside_a_loop_of_delays()
    {
        var stop = new int[1];
        var gate = new object();
        var beats = Beat(gate, stop);
        var reply = new TaskCompletionSource();
        _ = Task.Run(reply.SetResult);
        await reply.Task;
        Volatile.Write(ref stop[0], 1);
        await beats;
    }

    [Broken(FailureKind.Deadlock)]
    public static async Task Reply_never_comes_beside_a_loop_of_delays()
    {
        var stop = new int[1];
        var gate = new object();
        var beats = Beat(gate, stop);
        await new TaskCompletionSource().Task;
        Volatile.Write(ref stop[0], 1);
        await beats;
    }

    [Correct]
    public static async Task Reply_comes_beside_a_loop_that_asks_a_token()
    {
        using var stop = new CancellationTokenSource();
        var beats = Beat(stop.Token);
        var reply = new TaskCompletionSource();
        _ = Task.Run(reply.SetResult);
        await reply.Task;
        await stop.CancelAsync();
        await beats;
    }

    [Broken(FailureKind.Deadlock)]
    public static async Task Reply_never_comes_beside_a_loop_that_asks_a_token()
    {
        using var stop = new CancellationTokenSource();
        var beats = Beat(stop.Token);
        await new TaskCompletionSource().Task;
        await stop.CancelAsync();
        await beats;
    }

    [Correct]
    public static async Task Fourth_tick_of_a_periodic_timer_ends_the_wait()
    {
        var done = new TaskCompletionSource();
        var beats = Count(done, 4);
        await done.Task;
        await beats;
    }

    private static void Both(object first, object second)
    {
        lock (first)
        {
            lock (second)
            {
            }
        }
    }

    private static void With(SemaphoreSlim permits, bool giveBack)
    {
        permits.Wait();
        if (giveBack)
            permits.Release();
    }

    private static async Task Beat(object gate, int[] stop)
    {
        while (Volatile.Read(ref stop[0]) == 0)
        {
            await Task.Delay(1_000);
            lock (gate)
            {
            }
        }
    }

    private static async Task Beat(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
            await Task.Delay(1_000, CancellationToken.None);
    }

    private static async Task Count(TaskCompletionSource done, int last)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var tick = 1; await timer.WaitForNextTickAsync(); tick++)
        {
            if (tick < last)
                continue;
            done.SetResult();
            return;
        }
    }
}
