namespace Interleaving.Tests.Models;

public sealed class EventModelsTests
{
    [Test]
    public void An_event_publishes_what_happened_before_it_was_set() => Woven.ShouldHold("""
        public void Run()
        {
            using var ready = new ManualResetEventSlim(); var data = 0;
            var thread = new Thread(() => { data = 1; ready.Set(); });
            thread.Start();
            ready.Wait();
            Check(data == 1 && ready.IsSet);
            ready.Reset();
            var watch = Stopwatch.StartNew();
            Check(!ready.Wait(30) && watch.ElapsedMilliseconds == 30);
            using var cts = new CancellationTokenSource(20);
            Throws<OperationCanceledException>(() => ready.Wait(cts.Token));
            thread.Join();
            ready.Dispose();
            Throws<ObjectDisposedException>(() => ready.Wait());
        }
        """);

    [Test]
    public void An_event_that_is_reset_between_set_and_wait_is_lost() => Woven.ShouldFail("""
        public void Run()
        {
            var ready = new ManualResetEventSlim();
            var waiter = new Thread(ready.Wait);
            waiter.Start();
            ready.Set();
            ready.Reset();
            waiter.Join();
        }
        """, FailureKind.Deadlock).Message.ShouldContain("waits for ManualResetEventSlim to be set");

    [Test]
    public void A_countdown_lets_through_at_zero() => Woven.ShouldHold("""
        public void Run()
        {
            using var done = new CountdownEvent(1); var sum = 0;
            for (var i = 1; i <= 3; i++) { var n = i; done.AddCount(); ThreadPool.QueueUserWorkItem(_ => { Interlocked.Add(ref sum, n); done.Signal(); }); }
            Check(!done.Signal() || sum == 6);
            done.Wait();
            Check(sum == 6 && done.IsSet && done.CurrentCount == 0);
            Throws<InvalidOperationException>(() => done.Signal());
            Throws<InvalidOperationException>(() => done.AddCount());
            Check(!done.TryAddCount() && done.InitialCount == 1);
            done.Reset(2); Check(done.CurrentCount == 2 && !done.Wait(10));
        }
        """);

    [Test]
    public void A_countdown_that_counts_up_too_late_is_caught() =>
        Woven.Explore("""
            public void Run()
            {
                var done = new CountdownEvent(1); var sum = 0;
                ThreadPool.QueueUserWorkItem(_ => { done.AddCount(); Interlocked.Increment(ref sum); done.Signal(); });
                done.Signal(); done.Wait();
                Check(Volatile.Read(ref sum) == 1);
            }
            """).Failure.ShouldNotBeNull();

    [Test]
    public void Timers_call_back_in_virtual_time() => Woven.ShouldHold("""
        public async Task Run()
        {
            var ticks = 0; var seen = new AsyncLocal<int> { Value = 5 };
            var timer = new Timer(state => { Check((string?)state == "s" && seen.Value == 5); Interlocked.Increment(ref ticks); }, "s", 100, 50);
            await Task.Delay(225);
            Check(Volatile.Read(ref ticks) == 3);
            Check(timer.Change(Timeout.Infinite, Timeout.Infinite));
            await Task.Delay(500);
            Check(Volatile.Read(ref ticks) == 3);
            await timer.DisposeAsync();
            Check(!timer.Change(1, 1));
            using (var once = new Timer(_ => Check(false), null, 10, 0)) { }
            await Task.Delay(100);
        }
        """);

    [Test]
    public void A_callback_may_still_run_after_Dispose() => Woven.ShouldFail("""
        public void Run()
        {
            var disposed = false;
            var timer = new Timer(_ => { Thread.Yield(); Check(!Volatile.Read(ref disposed)); }, null, 10, Timeout.Infinite);
            Thread.Sleep(10);
            timer.Dispose();
            Volatile.Write(ref disposed, true);
            Thread.Sleep(1);
        }
        """, FailureKind.UnhandledException);

    [Test]
    public void A_periodic_timer_ticks_and_ends() => Woven.ShouldHold("""
        public async Task Run()
        {
            var watch = Stopwatch.StartNew(); var ticks = 0;
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
            _ = Task.Delay(350).ContinueWith(_ => timer.Dispose());
            while (await timer.WaitForNextTickAsync()) { ticks++; await Task.Delay(ticks == 1 ? 150 : 10); }
            Check(ticks == 3 && watch.ElapsedMilliseconds == 350, $"{ticks} {watch.ElapsedMilliseconds}");
            using var other = new PeriodicTimer(TimeSpan.FromSeconds(1)); using var cts = new CancellationTokenSource(10);
            try { await other.WaitForNextTickAsync(cts.Token); Check(false); } catch (OperationCanceledException) { }
            Check(other.Period == TimeSpan.FromSeconds(1));
            Throws<ArgumentOutOfRangeException>(() => new PeriodicTimer(TimeSpan.Zero));
        }
        """, new() { Schedules = 50 });

    private const string Provider = """
        sealed class FakeTime : TimeProvider
        {
            readonly Lock gate = new(); readonly List<FakeTimer> timers = []; TimeSpan now;
            public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan due, TimeSpan period) { lock (gate) { var t = new FakeTimer(this, () => callback(state)); timers.Add(t); t.Set(now + due, period); return t; } }
            public void Advance(int seconds)
            {
                List<Action> due = [];
                lock (gate) { now += TimeSpan.FromSeconds(seconds); foreach (var t in timers) if (t.Due <= now) { due.Add(t.Call); t.Set(now + t.Period, t.Period); } }
                foreach (var call in due) call();
            }
            public sealed class FakeTimer(FakeTime owner, Action call) : ITimer
            {
                public TimeSpan Due; public TimeSpan Period; public Action Call => call;
                public void Set(TimeSpan due, TimeSpan period) { Due = due; Period = period; }
                public bool Change(TimeSpan due, TimeSpan period) { lock (owner.gate) Set(owner.now + due, period); return true; }
                public void Dispose() { lock (owner.gate) owner.timers.Remove(this); }
                public ValueTask DisposeAsync() { Dispose(); return default; }
            }
        }
        sealed class Dated : TimeProvider { public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch; }
        """;

    [Test]
    public void A_periodic_timer_ticks_by_a_provider_of_the_program_s_own() => Woven.ShouldHold(Provider + """
        public async Task Run()
        {
            var time = new FakeTime(); var done = 0;
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2), time);
            var tick = timer.WaitForNextTickAsync();
            time.Advance(1); Check(!tick.IsCompleted);
            var advance = Task.Run(() => { done = 1; time.Advance(1); });
            Check(await tick && done == 1);
            await advance;
            time.Advance(2); time.Advance(2); Check(timer.WaitForNextTickAsync().IsCompleted, "one that nobody waited for");
            var next = timer.WaitForNextTickAsync(); Check(!next.IsCompleted, "counts once");
            timer.Period = TimeSpan.FromSeconds(5); time.Advance(4); Check(!next.IsCompleted); time.Advance(1); Check(await next);
            var last = timer.WaitForNextTickAsync(); timer.Dispose(); Check(!await last); time.Advance(9); Check(!await timer.WaitForNextTickAsync());
            using var dated = new PeriodicTimer(TimeSpan.FromHours(1), new Dated()); Check(await dated.WaitForNextTickAsync());
        }
        """, new() { Schedules = 100 });

    [Test]
    public void A_tick_that_never_comes_is_a_deadlock() => Woven.ShouldFail(Provider + """
        public async Task Run() { using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2), new FakeTime()); await timer.WaitForNextTickAsync(); }
        """, FailureKind.Deadlock).Message.ShouldContain("P.Run awaits the next tick of timer at ");

    [Test]
    public void A_delay_that_is_never_over_is_told_by_its_provider() => Woven.ShouldFail(Provider + """
        public async Task Run() { var time = new FakeTime(); await Task.Delay(TimeSpan.FromSeconds(2), time); }
        """, FailureKind.Deadlock).Message.ShouldContain("P.Run awaits a delay by FakeTime at ");

    [Test]
    public void Queued_work_runs_with_the_ambient_values_of_its_origin() => Woven.ShouldHold("""
        public void Run()
        {
            var name = new AsyncLocal<string> { Value = "outer" }; using var done = new CountdownEvent(3); var id = Environment.CurrentManagedThreadId;
            ThreadPool.QueueUserWorkItem(state => { Check((int)state! == 4 && name.Value == "outer" && Thread.CurrentThread.IsThreadPoolThread); done.Signal(); }, 4);
            ThreadPool.QueueUserWorkItem(state => { Check(state == 5 && Environment.CurrentManagedThreadId != id); done.Signal(); }, 5, false);
            ThreadPool.UnsafeQueueUserWorkItem(_ => { Check(name.Value is null); done.Signal(); }, null);
            done.Wait();
        }
        """);

    [Test]
    public void The_base_context_posts_to_the_pool_and_awaits_ignore_it() => Woven.ShouldHold("""
        public async Task Run()
        {
            var context = new SynchronizationContext(); var posted = new TaskCompletionSource(); var sent = false;
            SynchronizationContext.SetSynchronizationContext(context);
            Check(ReferenceEquals(SynchronizationContext.Current, context));
            context.Send(_ => sent = true, null); Check(sent);
            context.Post(_ => posted.SetResult(), null);
            await posted.Task;
            await Task.Yield();
        }
        """);

    [Test]
    public void Awaits_go_back_to_a_context_of_the_programs_own() => Woven.ShouldHold("""
        sealed class Loop : SynchronizationContext
        {
            readonly BlockingCollection<(SendOrPostCallback, object?)> queue = new();
            public override void Post(SendOrPostCallback d, object? state) => queue.Add((d, state));
            public void Stop() => queue.CompleteAdding();
            public void Pump() { SetSynchronizationContext(this); foreach (var (d, state) in queue.GetConsumingEnumerable()) d(state); }
        }
        public void Run()
        {
            var loop = new Loop(); var thread = new Thread(loop.Pump); thread.Start(); var count = 0; var ids = new List<int>();
            async Task Work()
            {
                for (var i = 0; i < 3; i++) { count++; ids.Add(Environment.CurrentManagedThreadId); await Task.Delay(10); }
            }
            async void Start() { await Task.WhenAll(Work(), Work()); loop.Stop(); }
            loop.Post(_ => Start(), null);
            thread.Join();
            Check(count == 6 && ids.Distinct().Count() == 1 && ids[0] == thread.ManagedThreadId);
        }
        """);
}
