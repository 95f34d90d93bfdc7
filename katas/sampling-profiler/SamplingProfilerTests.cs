using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.SamplingProfiler;

// Under [Interleaved] the clock is virtual: nothing here takes a second, and 305 ms means exactly 305 ms.
[TestFixture]
public sealed class SamplingProfilerTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    [Test, Interleaved(Schedules = 20)]
    public async Task A_hundred_looks_a_second_tell_where_the_time_went()
    {
        var profiler = new Profiler(Interval);
        var probe = profiler.Register();

        var sampling = profiler.SampleAsync(OneSecond);
        await Task.WhenAll(Task.Run(() => WorkInside(probe)), sampling);

        var counts = await sampling;
        counts.GetValueOrDefault("main;parse").ShouldBe(30, "Parsing takes 305 ms: it is seen after 10 ms, 20 ms and so on, up to 300 ms.");
        counts.GetValueOrDefault("main;render").ShouldBe(70, "Rendering takes the rest: it is seen from 310 ms up to 1,000 ms, the end.");
        counts.Count.ShouldBe(2, "The worker was in no other stack, and idle workers are not counted.");
    }

    [Test, Interleaved(Schedules = 20)]
    public async Task A_slow_listener_changes_no_count()
    {
        var looks = new List<double>();
        var watch = Stopwatch.StartNew();
        var profiler = new Profiler(Interval, _ =>
        {
            looks.Add(watch.Elapsed.TotalMilliseconds);
            Thread.Sleep(3);
        });
        var probe = profiler.Register();

        var sampling = profiler.SampleAsync(OneSecond);
        await Task.WhenAll(Task.Run(() => WorkInside(probe)), sampling);

        looks.Take(3).ShouldBe([10, 20, 30], "The time that the listener takes belongs to the interval. It must not come on top of it.");
        looks.Count.ShouldBe(100, "With 3 ms for the listener and a pause of 10 ms after it, there would be only 77.");
    }

    [Test, Interleaved(Schedules = 20)]
    public async Task Nobody_waits_for_the_photographer()
    {
        var profiler = new Profiler(Interval, _ => Thread.Sleep(8));
        var probe = profiler.Register();
        var watch = Stopwatch.StartNew();

        var sampling = profiler.SampleAsync(OneSecond);
        var finished = await Task.Run(() =>
        {
            WorkInside(probe);
            return watch.Elapsed;
        });
        await sampling;

        finished.ShouldBe(
            TimeSpan.FromMilliseconds(1_205), "The work takes 305 ms and 900 ms. If it takes longer, the worker waited for a lock while the listener ran.");
    }

    [Test, Interleaved]
    public async Task A_stack_is_seen_whole_or_not_at_all()
    {
        var probe = new Profiler(Interval).Register();

        var seen = await Task.WhenAll(Task.Run(Work), Task.Run(() => probe.Stack));

        seen[1].ShouldBeOneOf(["", "main", "main;parse"], "A reader looked while the stack was changing, and saw one that never existed.");

        string Work()
        {
            var main = probe.Enter("main");
            var parse = probe.Enter("parse");
            parse.Dispose();
            parse.Dispose();
            probe.Stack.ShouldBe("main", "Leaving a frame a second time must not leave another frame.");
            main.Dispose();
            return probe.Stack;
        }
    }

    [Test, Interleaved]
    public async Task The_caller_can_stop_it()
    {
        var looks = 0;
        var profiler = new Profiler(Interval, _ => Interlocked.Increment(ref looks));
        using var frame = profiler.Register().Enter("main");
        using var caller = new CancellationTokenSource(TimeSpan.FromMilliseconds(55));
        var watch = Stopwatch.StartNew();

        var seen = await Should.ThrowAsync<OperationCanceledException>(
            profiler.SampleAsync(OneSecond, caller.Token), "Cancelled is not done: the caller must see it.");

        seen.CancellationToken.ShouldBe(caller.Token, "The caller's own token tells the caller that it was their own cancellation.");
        watch.Elapsed.ShouldBe(TimeSpan.FromMilliseconds(55), "It must end at once, and not at the next look.");
        await Task.Delay(OneSecond);
        looks.ShouldBe(5, "There were five looks until then, and none may come afterwards.");
    }

    private static void WorkInside(Probe probe)
    {
        using var main = probe.Enter("main");
        using (probe.Enter("parse"))
            Thread.Sleep(305);
        using (probe.Enter("render"))
            Thread.Sleep(900);
    }
}
