namespace Corpus;

/// <summary>An event that is set once no callback is under way: of a timer that is disposed of, and of a registered wait that is ended.</summary>
public static class ToldWhenIdle
{
    private static int total;

    [Correct]
    public static void A_timer_whose_last_callback_is_waited_for()
    {
        var began = new ManualResetEventSlim();
        var timer = new Timer(
            _ =>
            {
                began.Set();
                total++;
            },
            null,
            10,
            Timeout.Infinite);
        began.Wait();
        using var idle = new ManualResetEvent(false);
        Expect(timer.Dispose(idle));
        idle.WaitOne();
        Expect(1, total);
    }

    [Broken(FailureKind.DataRace)]
    public static void A_timer_whose_event_nobody_waits_for()
    {
        var began = new ManualResetEventSlim();
        var timer = new Timer(
            _ =>
            {
                began.Set();
                total++;
            },
            null,
            10,
            Timeout.Infinite);
        began.Wait();
        using var idle = new ManualResetEvent(false);
        Expect(timer.Dispose(idle));
        Expect(1, total);
    }

    [Correct]
    public static void A_registered_wait_whose_last_callback_is_waited_for()
    {
        var registered = Registered(out var signal, out var began);
        signal.Set();
        began.Wait();
        using var idle = new ManualResetEvent(false);
        Expect(registered.Unregister(idle));
        idle.WaitOne();
        Expect(1, total);
    }

    [Broken(FailureKind.DataRace)]
    public static void A_registered_wait_that_is_ended_without_an_event()
    {
        var registered = Registered(out var signal, out var began);
        signal.Set();
        began.Wait();
        Expect(registered.Unregister(null));
        Expect(1, total);
    }

    private static RegisteredWaitHandle Registered(out AutoResetEvent signal, out ManualResetEventSlim began)
    {
        var inside = began = new ManualResetEventSlim();
        return ThreadPool.RegisterWaitForSingleObject(
            signal = new AutoResetEvent(false),
            (_, _) =>
            {
                inside.Set();
                total++;
            },
            null,
            Timeout.Infinite,
            executeOnlyOnce: false);
    }
}
