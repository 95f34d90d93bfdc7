namespace Corpus;

/// <summary>Handles that are waited for, timers and clocks that are read. What becomes of each is for the tests to say.</summary>
public static class Signals
{
    public static void One_set_while_another_is_waited_for()
    {
        var first = new AutoResetEvent(false);
        var second = new AutoResetEvent(false);
        var value = 0;
        var task = Task.Run(() =>
        {
            first.WaitOne();
            value = 1;
            second.Set();
        });
        Expect(WaitHandle.SignalAndWait(first, second));
        Expect(1, value);
        task.Wait();
    }

    public static void One_that_the_pool_waits_for()
    {
        var signal = new AutoResetEvent(false);
        var done = new ManualResetEventSlim();
        var registered = ThreadPool.RegisterWaitForSingleObject(
            signal,
            (_, timedOut) =>
            {
                Expect(!timedOut);
                done.Set();
            },
            null,
            -1,
            true);
        signal.Set();
        done.Wait();
        registered.Unregister(null);
    }

    public static void One_that_the_pool_waits_for_in_vain()
    {
        var signal = new AutoResetEvent(false);
        var done = new ManualResetEventSlim();
        var registered = ThreadPool.RegisterWaitForSingleObject(
            signal,
            (_, timedOut) =>
            {
                Expect(timedOut);
                done.Set();
            },
            null,
            100,
            true);
        done.Wait();
        registered.Unregister(null);
    }

    public static void Three_ticks_of_a_timer()
    {
        var ticks = 0;
        var done = new ManualResetEventSlim();
        using var timer = new System.Timers.Timer(100);
        timer.Elapsed += (_, _) =>
        {
            if (Interlocked.Increment(ref ticks) == 3)
                done.Set();
        };
        timer.Start();
        done.Wait();
        timer.Stop();
        Expect(3, ticks);
    }

    public static async Task A_long_computation_that_reads_the_clock()
    {
        var watch = Stopwatch.StartNew();
        var sum = 0;
        for (var i = 0; i < 5000; i++)
        {
            sum += i;
            if (watch.ElapsedMilliseconds > 100)
                throw new TimeoutException();
        }

        Expect(sum > 0);
        await Task.Delay(50);
        Expect(50, watch.ElapsedMilliseconds);
    }

    public static async Task Two_computations_that_read_the_clock_beside_a_delay()
    {
        var watch = Stopwatch.StartNew();
        var delay = Task.Delay(50);
        await Task.WhenAll(Task.Run(Work), Task.Run(Work));
        await delay;

        void Work()
        {
            for (var i = 0; i < 3000; i++)
                _ = watch.ElapsedMilliseconds;
            Expect(0, watch.ElapsedMilliseconds);
        }
    }
}
