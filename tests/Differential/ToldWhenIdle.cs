namespace Differential;

/// <summary>Timers and registered waits that set an event once no callback of theirs is under way.</summary>
public static class ToldWhenIdle
{
    public static async Task A_timer_at_rest(Log log)
    {
        using var told = new ManualResetEvent(false);
        var timer = new Timer(_ => { });
        log.Try(() => timer.Dispose(told));
        log.Try(() => told.WaitOne(0));
        log.Try(() => timer.Dispose(told));
        log.Try(() => timer.Change(1, 1));
        await log.Await(() => timer.DisposeAsync());
    }

    public static void A_timer_under_way(Log log)
    {
        using var told = new ManualResetEvent(false);
        using var inside = new ManualResetEvent(false);
        using var goOn = new ManualResetEvent(false);
        var timer = new Timer(_ =>
        {
            inside.Set();
            goOn.WaitOne();
        });
        timer.Change(1, Timeout.Infinite);
        inside.WaitOne();
        log.Try(() => timer.Dispose(told));
        log.Try(() => told.WaitOne(0));
        goOn.Set();
        log.Try(() => told.WaitOne());
    }

    public static void A_timer_that_was_disposed_of(Log log)
    {
        using var told = new ManualResetEvent(false);
        var timer = new Timer(_ => { });
        timer.Dispose();
        log.Try(() => timer.Dispose(told));
        log.Try(() => told.WaitOne(0));
        log.Try(() => timer.Dispose(null!));
    }

    public static void A_wait_for_once_under_way(Log log) => UnderWay(log, once: true);

    public static void A_wait_under_way(Log log) => UnderWay(log, once: false);

    public static void A_wait_at_rest(Log log)
    {
        using var signal = new AutoResetEvent(false);
        using var told = new ManualResetEvent(false);
        var wait = ThreadPool.RegisterWaitForSingleObject(signal, (_, _) => { }, null, Timeout.Infinite, executeOnlyOnce: true);
        log.Try(() => wait.Unregister(told));
        log.Try(() => told.WaitOne());
        log.Try(() => wait.Unregister(null));
    }

    private static void UnderWay(Log log, bool once)
    {
        using var signal = new AutoResetEvent(false);
        using var inside = new ManualResetEvent(false);
        using var goOn = new ManualResetEvent(false);
        using var told = new ManualResetEvent(false);
        using var toldAgain = new ManualResetEvent(false);
        var wait = ThreadPool.RegisterWaitForSingleObject(
            signal,
            (_, _) =>
            {
                inside.Set();
                goOn.WaitOne();
            },
            null,
            Timeout.Infinite,
            once);
        signal.Set();
        inside.WaitOne();
        log.Try(() => wait.Unregister(told));
        log.Try(() => told.WaitOne(0));
        log.Try(() => wait.Unregister(toldAgain));
        goOn.Set();
        log.Try(() => told.WaitOne());
        log.Try(() => toldAgain.WaitOne(0));
        log.Try(() => wait.Unregister(toldAgain));
    }
}
