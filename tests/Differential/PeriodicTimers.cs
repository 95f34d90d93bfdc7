namespace Differential;

public static class PeriodicTimers
{
    public static IEnumerable<Case> Arguments() =>
    [
        Act(() => new PeriodicTimer(TimeSpan.Zero)),
        Act(() => new PeriodicTimer(TimeSpan.FromMilliseconds(-2))),
        Act(() => new PeriodicTimer(TimeSpan.FromTicks(1))),
        Act(() => new PeriodicTimer(TimeSpan.FromMilliseconds(0.5))),
        Act(() => new PeriodicTimer(TimeSpan.FromDays(60))),
        Act(() => new PeriodicTimer(TimeSpan.FromSeconds(1), null)),
        Act(() => new PeriodicTimer(TimeSpan.Zero, TimeProvider.System)),
        Act(() => new PeriodicTimer(Timeout.InfiniteTimeSpan).Period),
        Act(() => new PeriodicTimer(TimeSpan.FromMilliseconds(1.5)).Period),
        Act(() => new PeriodicTimer(TimeSpan.FromSeconds(1)) { Period = TimeSpan.Zero }),
        Act(() => new PeriodicTimer(TimeSpan.FromSeconds(1)) { Period = TimeSpan.FromMilliseconds(-5) }),
        Act(() => new PeriodicTimer(TimeSpan.FromSeconds(1)) { Period = TimeSpan.FromDays(60) }),
        Act(() => new PeriodicTimer(TimeSpan.FromSeconds(1)) { Period = TimeSpan.FromSeconds(2) }.Period),
        Act(() => new PeriodicTimer(TimeSpan.FromSeconds(1)) { Period = TimeSpan.FromMilliseconds(2.5) }.Period),
    ];

    public static async Task Ticks(Log log)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        await log.Await(() => timer.WaitForNextTickAsync());
        await log.Await(() => timer.WaitForNextTickAsync());
        timer.Dispose();
        await log.Await(() => timer.WaitForNextTickAsync());
        timer.Dispose();
    }

    public static async Task Disposed_while_one_waits(Log log)
    {
        var timer = new PeriodicTimer(TimeSpan.FromMinutes(10));
        var waiting = timer.WaitForNextTickAsync();
        log.Is(waiting.IsCompleted);
        timer.Dispose();
        await log.Await(() => waiting);
        log.Try(() => timer.Period);
        log.Try(() => timer.Period = TimeSpan.FromSeconds(2));
        log.Token = new CancellationToken(true);
        await log.Await(() => timer.WaitForNextTickAsync(log.Token));
    }

    public static async Task Two_waits_at_once(Log log)
    {
        var timer = new PeriodicTimer(TimeSpan.FromMinutes(10));
        var waiting = timer.WaitForNextTickAsync();
        log.Try(() => { timer.WaitForNextTickAsync(); });
        log.Try(() => { timer.WaitForNextTickAsync(new CancellationToken(true)); });
        timer.Dispose();
        await log.Await(() => waiting);
    }

    public static async Task A_wait_after_a_cancelled_one(Log log)
    {
        using var source = new CancellationTokenSource();
        log.Token = source.Token;
        var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        var waiting = timer.WaitForNextTickAsync(source.Token);
        source.Cancel();
        await log.Await(() => waiting);
        await log.Await(() => timer.WaitForNextTickAsync());
    }

    public static async Task A_value_task_is_awaited_once(Log log)
    {
        var timer = new PeriodicTimer(TimeSpan.FromMinutes(10));
        var waiting = timer.WaitForNextTickAsync();
        timer.Dispose();
        await log.Await(() => waiting);
        await log.Await(() => waiting);
        log.Try(() => waiting.IsCompleted);
        log.Try(() => waiting.Result);
    }

    public static async Task A_tick_is_awaited_once(Log log)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        var waiting = timer.WaitForNextTickAsync();
        await log.Await(() => waiting);
        await log.Await(() => waiting);
    }

    public static async Task Not_consumed_means_not_free(Log log)
    {
        var timer = new PeriodicTimer(TimeSpan.FromMinutes(10));
        var waiting = timer.WaitForNextTickAsync().AsTask();
        timer.Dispose();
        await log.Await(() => waiting);
        await log.Await(() => waiting);
        log.Is(waiting);
    }

    public static async Task After_disposal_there_is_no_tick(Log log)
    {
        var timer = new PeriodicTimer(TimeSpan.FromMinutes(10));
        timer.Dispose();
        var waiting = timer.WaitForNextTickAsync();
        log.Is(waiting.IsCompleted);
        await log.Await(() => waiting);
        await log.Await(() => waiting);
    }
}
