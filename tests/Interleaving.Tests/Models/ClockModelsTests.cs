namespace Interleaving.Tests.Models;

public sealed class ClockModelsTests
{
    [Test]
    public void Every_clock_tells_the_same_virtual_time() => Woven.ShouldHold("""
        public async Task Run()
        {
            var watch = new Stopwatch(); Check(!watch.IsRunning); watch.Start();
            var stamp = Stopwatch.GetTimestamp(); var utc = DateTime.UtcNow; var now = DateTime.Now; var offset = DateTimeOffset.UtcNow;
            var ticks = Environment.TickCount64; var ticks32 = Environment.TickCount; var provider = TimeProvider.System; var provided = provider.GetTimestamp();
            await Task.Delay(1500);
            var span = TimeSpan.FromMilliseconds(1500);
            Check(watch.Elapsed == span && watch.ElapsedMilliseconds == 1500 && watch.ElapsedTicks == Stopwatch.Frequency * 3 / 2);
            Check(Stopwatch.GetElapsedTime(stamp) == span && provider.GetElapsedTime(provided) == span);
            Check(DateTime.UtcNow - utc == span && DateTime.Now - now == span && DateTimeOffset.UtcNow - offset == span && provider.GetUtcNow() - offset == span);
            Check(Environment.TickCount64 - ticks == 1500 && Environment.TickCount - ticks32 == 1500);
            Check(DateTime.UtcNow.Kind == DateTimeKind.Utc && DateTime.Today == DateTime.Now.Date);
            watch.Stop(); await Task.Delay(100); Check(watch.Elapsed == span && !watch.IsRunning);
            watch.Start(); await Task.Delay(100); Check(watch.ElapsedMilliseconds == 1600);
            watch.Restart(); await Task.Delay(100); Check(watch.ElapsedMilliseconds == 100);
            watch.Reset(); Check(watch.Elapsed == TimeSpan.Zero);
        }
        """);

    [Test]
    public void Computing_takes_no_virtual_time() => Woven.ShouldHold("""
        long sum;
        public void Run()
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < 10_000; i++) sum += i;
            Check(watch.Elapsed == TimeSpan.Zero && sum == 49_995_000);
        }
        """, new() { Schedules = 2 });

    [Test]
    public void A_loop_that_only_watches_the_clock_sees_it_move() => Woven.ShouldHold("""
        public void Run()
        {
            var watch = Stopwatch.StartNew();
            while (watch.ElapsedMilliseconds < 5) { }
            var until = DateTime.UtcNow.AddMilliseconds(5);
            while (DateTime.UtcNow < until) { }
        }
        """, new() { Schedules = 2 });

    [Test]
    public void The_number_of_processors_is_that_of_the_exploration() => Woven.ShouldHold("""
        public void Run() => Check(Environment.ProcessorCount == 7);
        """, new() { Schedules = 1, Cores = 7 });

    [Test]
    public void Timers_of_the_system_provider_are_virtual() => Woven.ShouldHold("""
        public void Run()
        {
            var ticks = 0;
            using var timer = TimeProvider.System.CreateTimer(_ => Interlocked.Increment(ref ticks), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
            Thread.Sleep(5500);
            Check(Volatile.Read(ref ticks) == 3);
            Check(timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
            Thread.Sleep(5500);
            Check(Volatile.Read(ref ticks) == 3);
        }
        """, new() { Schedules = 20 });
}
