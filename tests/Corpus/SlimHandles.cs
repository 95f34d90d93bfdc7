namespace Corpus;

/// <summary>The wait handles of objects that wait without one, each waited for together with another handle.</summary>
public static class SlimHandles
{
    private static int value;

    [Correct]
    public static async Task Of_an_event_that_is_set()
    {
        using var ready = new ManualResetEventSlim();
        using var stop = new CancellationTokenSource();
        var work = Task.Run(() =>
        {
            value = 1;
            ready.Set();
        });
        Expect(0, WaitHandle.WaitAny([ready.WaitHandle, stop.Token.WaitHandle]));
        Expect(1, value);
        await work;
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Of_an_event_that_is_set_before_the_value()
    {
        using var ready = new ManualResetEventSlim();
        using var stop = new CancellationTokenSource();
        var work = Task.Run(() =>
        {
            ready.Set();
            value = 1;
        });
        Expect(0, WaitHandle.WaitAny([ready.WaitHandle, stop.Token.WaitHandle]));
        Expect(value is 0 or 1);
        await work;
    }

    [Correct]
    public static async Task Of_a_count_that_reaches_zero()
    {
        using var pending = new CountdownEvent(2);
        var works = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            Interlocked.Increment(ref value);
            pending.Signal();
        })).ToArray();
        Expect(pending.WaitHandle.WaitOne());
        Expect(2, value);
        await Task.WhenAll(works);
    }

    [Broken(FailureKind.Deadlock)]
    public static async Task Of_a_count_that_stays_at_one()
    {
        using var pending = new CountdownEvent(3);
        var works = Enumerable.Range(0, 2).Select(_ => Task.Run(pending.Signal)).ToArray();
        Expect(pending.WaitHandle.WaitOne());
        await Task.WhenAll(works);
    }

    [Correct]
    public static async Task Of_a_semaphore_whose_permit_is_then_asked_for()
    {
        using var permits = new SemaphoreSlim(0);
        var first = Task.Run(Take);
        var second = Task.Run(Take);
        permits.Release();
        permits.Release();
        await Task.WhenAll(first, second);
        Expect(!permits.AvailableWaitHandle.WaitOne(0));

        void Take()
        {
            do
                permits.AvailableWaitHandle.WaitOne();
            while (!permits.Wait(0));
        }
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Of_a_semaphore_that_is_taken_for_the_permit()
    {
        using var permits = new SemaphoreSlim(1);
        await Task.WhenAll(Task.Run(Take), Task.Run(Take));

        void Take()
        {
            permits.AvailableWaitHandle.WaitOne();
            Expect(1, Interlocked.Increment(ref value));
            Interlocked.Decrement(ref value);
        }
    }

    [Broken(FailureKind.Deadlock)]
    public static void Of_an_event_that_was_reset()
    {
        using var ready = new ManualResetEventSlim(true);
        var handle = ready.WaitHandle;
        Expect(handle.WaitOne(0));
        ready.Reset();
        handle.WaitOne();
    }
}
