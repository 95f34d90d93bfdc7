namespace Differential;

public static class Semaphores
{
    public static IEnumerable<Case> Arguments() =>
    [
        Act(() => new SemaphoreSlim(-1)),
        Act(() => new SemaphoreSlim(2, 1)),
        Act(() => new SemaphoreSlim(0, 0)),
        Act(() => new SemaphoreSlim(1).Wait(-2)),
        Act(() => new SemaphoreSlim(1).Wait(TimeSpan.FromMilliseconds(-2))),
        Act(() => new SemaphoreSlim(1).Wait(TimeSpan.FromDays(30))),
        Act(() => new SemaphoreSlim(1).Wait(-2, CancellationToken.None)),
        Act(() => new SemaphoreSlim(1).WaitAsync(-2)),
        Act(() => new SemaphoreSlim(1).WaitAsync(TimeSpan.FromMilliseconds(-2))),
        Act(() => new SemaphoreSlim(1).WaitAsync(TimeSpan.FromDays(30))),
        Act(() => new SemaphoreSlim(1).WaitAsync(TimeSpan.FromDays(30), CancellationToken.None)),
        Act(() => new SemaphoreSlim(1).Release(0)),
        Act(() => new SemaphoreSlim(1).Release(-1)),
        Act(() => new SemaphoreSlim(1).Release(int.MaxValue)),
        Act(() => new SemaphoreSlim(1, 1).Release()),
        Act(() => new SemaphoreSlim(1, 1).Release(2)),
        Act(() => ((SemaphoreSlim)null).Wait()),
        Act(() => new SemaphoreSlim(1).Wait(TimeSpan.FromMilliseconds(0.9))),
        Act(() => new SemaphoreSlim(0).Wait(TimeSpan.FromMilliseconds(0.9))),
    ];

    public static void Counting(Log log)
    {
        var semaphore = new SemaphoreSlim(1, 2);
        log.Is(semaphore.CurrentCount);
        log.Try(() => semaphore.Wait(0));
        log.Try(() => semaphore.Wait(0));
        log.Try(() => semaphore.Wait(TimeSpan.Zero));
        log.Try(() => semaphore.Wait(1));
        log.Try(() => semaphore.Release());
        log.Try(() => semaphore.Release(2));
        log.Try(() => semaphore.Release());
        log.Is(semaphore.CurrentCount);
    }

    public static void Async_waits_that_complete_at_once(Log log)
    {
        var semaphore = new SemaphoreSlim(2);
        log.Try(() => semaphore.WaitAsync().Status);
        log.Try(() => semaphore.WaitAsync(5));
        log.Try(() => semaphore.WaitAsync(0));
        log.Try(() => semaphore.WaitAsync(TimeSpan.Zero));
        log.Is(semaphore.CurrentCount);
    }

    public static async Task Async_wait_that_runs_out_of_time(Log log)
    {
        var semaphore = new SemaphoreSlim(0);
        await log.Await(() => semaphore.WaitAsync(1));
        log.Try(() => semaphore.Release());
        log.Is(semaphore.CurrentCount);
    }

    public static async Task Waits_in_order(Log log)
    {
        var semaphore = new SemaphoreSlim(0);
        var first = semaphore.WaitAsync();
        var second = semaphore.WaitAsync();
        log.Is(first.Status);
        log.Try(() => semaphore.Release());
        await first;
        log.Is(second.IsCompleted);
        log.Try(() => semaphore.Release(2));
        await second;
        log.Is(semaphore.CurrentCount);
    }

    public static async Task Cancelled_waiter_leaves_the_permit_to_the_next(Log log)
    {
        using var source = new CancellationTokenSource();
        log.Token = source.Token;
        var semaphore = new SemaphoreSlim(0);
        var first = semaphore.WaitAsync(source.Token);
        var second = semaphore.WaitAsync();
        source.Cancel();
        await log.Await(() => first);
        log.Is(first);
        log.Try(() => semaphore.Release());
        await log.Await(() => second);
        log.Is(semaphore.CurrentCount);
    }

    public static async Task Cancelled_after_it_was_granted(Log log)
    {
        using var source = new CancellationTokenSource();
        var semaphore = new SemaphoreSlim(0);
        var wait = semaphore.WaitAsync(source.Token);
        semaphore.Release();
        await wait;
        source.Cancel();
        log.Is(wait.Status);
        log.Is(semaphore.CurrentCount);
    }

    public static void Cancelled_token_beats_a_free_permit(Log log)
    {
        var semaphore = new SemaphoreSlim(1);
        log.Token = new CancellationToken(true);
        log.Try(() => semaphore.Wait(log.Token));
        log.Try(() => semaphore.Wait(0, log.Token));
        log.Try(() => semaphore.WaitAsync(log.Token));
        log.Try(() => semaphore.WaitAsync(0, log.Token));
        log.Is(semaphore.CurrentCount);
    }

    public static void Argument_check_comes_before_the_token(Log log)
    {
        var semaphore = new SemaphoreSlim(1);
        log.Try(() => semaphore.Wait(-2, new CancellationToken(true)));
        log.Try(() => semaphore.WaitAsync(-2, new CancellationToken(true)));
        semaphore.Dispose();
        log.Try(() => semaphore.Wait(-2, new CancellationToken(true)));
        log.Try(() => semaphore.Wait(new CancellationToken(true)));
        log.Try(() => semaphore.WaitAsync(new CancellationToken(true)));
        log.Try(() => semaphore.Release(0));
    }

    public static async Task Continuation_of_a_plain_wait_does_not_run_inside_of_Release(Log log)
    {
        var semaphore = new SemaphoreSlim(0);
        var released = false;
        async Task Wait()
        {
            await semaphore.WaitAsync();
            log.Is(Volatile.Read(ref released));
        }

        var waiting = Wait();
        lock (log)
            Volatile.Write(ref released, true);
        semaphore.Release();
        await waiting;
    }
}
