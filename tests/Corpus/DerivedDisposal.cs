namespace Corpus;

/// <summary>Classes of one's own over the platform's primitives: what they override is called by whoever disposes of them.</summary>
public static class DerivedDisposal
{
    [Correct]
    public static void Each_is_told_once_that_it_ends()
    {
        var told = 0;
        new Gate(() => told++).Dispose();
        new Count(() => told++).Dispose();
        new Meeting(() => told++).Dispose();
        new Handle(() => told++).Dispose();
        new Places(() => told++).Dispose();
        new Permits(() => told++).Dispose();
        new Ticks(() => told++).Dispose();
        Expect(7, told);
    }

    [Correct]
    public static void So_is_each_at_the_end_of_a_using()
    {
        var told = 0;
        using (var gate = new Gate(() => told++))
            gate.Set();
        using (new Count(() => told++))
        using (new Meeting(() => told++))
        using (var handle = new Handle(() => told++))
        using (new Places(() => told++))
        using (new Permits(() => told++))
        using (IDisposable ticks = new Ticks(() => told++))
            handle.Set();
        Expect(7, told);
    }

    [Correct]
    public static void Who_closes_a_handle_disposes_of_it()
    {
        var told = 0;
        new Handle(() => told++).Close();
        new Closing(() => told++).Close();
        Throws<ObjectDisposedException>(() =>
        {
            var handle = new Handle(() => told++);
            handle.Close();
            handle.Set();
        });
        Expect(4, told);
    }

    [Correct]
    public static void A_handle_lets_one_through_at_a_time()
    {
        using var handle = new Handle(() => { });
        Expect(!handle.WaitOne(0));
        handle.Set();
        Expect(handle.WaitOne(0) && !handle.WaitOne(0));
        Together(() => handle.WaitOne(), () => handle.Set());
    }

    [Correct]
    public static async Task A_timer_that_is_closed_may_be_started_again()
    {
        var ticks = 0;
        var told = 0;
        var timer = new Ticks(() => told++) { AutoReset = false };
        timer.Elapsed += (_, _) => Interlocked.Increment(ref ticks);
        timer.Disposed += (_, _) => told += 10;
        timer.Close();
        Expect(0, told);
        timer.Start();
        await Task.Delay(100);
        timer.Dispose();
        Expect(11, told);
        Expect(1, Volatile.Read(ref ticks));
        Throws<ObjectDisposedException>(timer.Start);
    }

    [Broken(FailureKind.Deadlock)]
    public static void Whoever_waits_for_what_is_disposed_of_is_not_woken_by_an_override_that_forgets_it() => End(sets: false);

    [Correct]
    public static void Whoever_waits_for_what_is_disposed_of_is_woken_by_an_override() => End(sets: true);

    private static void End(bool sets)
    {
        ManualResetEventSlim over = new();
        Gate? gate = null;
        gate = new Gate(() =>
        {
            if (sets)
                over.Set();
        });
        Together(() => over.Wait(), gate.Dispose);
    }

    private sealed class Gate(Action ended) : ManualResetEventSlim(false)
    {
        protected override void Dispose(bool disposing)
        {
            ended();
            base.Dispose(disposing);
        }
    }

    private sealed class Count(Action ended) : CountdownEvent(1)
    {
        protected override void Dispose(bool disposing)
        {
            ended();
            base.Dispose(disposing);
        }
    }

    private sealed class Meeting(Action ended) : Barrier(1)
    {
        protected override void Dispose(bool disposing)
        {
            ended();
            base.Dispose(disposing);
        }
    }

    private sealed class Handle(Action ended) : EventWaitHandle(false, EventResetMode.AutoReset)
    {
        protected override void Dispose(bool explicitDisposing)
        {
            ended();
            base.Dispose(explicitDisposing);
        }
    }

    private sealed class Closing(Action ended) : EventWaitHandle(false, EventResetMode.ManualReset)
    {
        public override void Close()
        {
            ended();
            base.Close();
        }

        protected override void Dispose(bool explicitDisposing)
        {
            ended();
            base.Dispose(explicitDisposing);
        }
    }

    private sealed class Places(Action ended) : Barrier(1, _ => { })
    {
        protected override void Dispose(bool disposing)
        {
            ended();
            base.Dispose(disposing);
        }
    }

    private sealed class Permits(Action ended) : SemaphoreSlim(1)
    {
        protected override void Dispose(bool disposing)
        {
            ended();
            base.Dispose(disposing);
        }
    }

    private sealed class Ticks(Action ended) : System.Timers.Timer(10)
    {
        protected override void Dispose(bool disposing)
        {
            ended();
            base.Dispose(disposing);
        }
    }
}
