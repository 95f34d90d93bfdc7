using System.Diagnostics;

namespace Corpus;

/// <summary>A loop that asks a clock until some milliseconds have gone by, and lets others go first in each round.</summary>
public static class PolledClocks
{
    [Correct]
    public static void With_a_sleep_of_no_time()
    {
        var end = Environment.TickCount64 + 20;
        while (Environment.TickCount64 < end)
            Thread.Sleep(0);
    }

    [Correct]
    public static void With_a_spin()
    {
        var spin = new SpinWait();
        var watch = Stopwatch.StartNew();
        while (watch.ElapsedMilliseconds < 20)
            spin.SpinOnce();
    }

    [Correct]
    public static void With_a_yield_of_the_thread()
    {
        var end = DateTime.UtcNow.AddMilliseconds(20);
        while (DateTime.UtcNow < end)
            Thread.Yield();
    }

    [Correct]
    public static async Task With_a_yield_of_the_task()
    {
        var end = DateTime.UtcNow.AddMilliseconds(20);
        while (DateTime.UtcNow < end)
            await Task.Yield();
    }

    [Correct]
    public static async Task With_a_watch_and_a_yield()
    {
        var watch = Stopwatch.StartNew();
        while (watch.ElapsedMilliseconds < 20)
            await Task.Yield();
    }

    [Correct]
    public static async Task While_another_waits_for_a_timer()
    {
        var slept = Task.Delay(10);
        var end = TimeProvider.System.GetTimestamp() + TimeProvider.System.TimestampFrequency / 50;
        while (TimeProvider.System.GetTimestamp() < end)
            Thread.Sleep(0);
        Expect(slept.IsCompleted);
        await slept;
    }

    [Correct]
    public static async Task Two_of_them()
    {
        await Task.WhenAll(Task.Run(With_a_sleep_of_no_time), Task.Run(With_a_spin));
    }
}
