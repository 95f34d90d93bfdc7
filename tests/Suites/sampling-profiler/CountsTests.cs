using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.SamplingProfiler.Suite;

[TestFixture]
public sealed class CountsTests
{
    private const string Criterion = "counts";

    /// <summary>The example of the README.</summary>
    [Test, Interleaved(Schedules = 20, DataRaces = false), Category(Criterion)]
    public async Task Parsing_is_seen_thirty_times_and_rendering_seventy()
    {
        var profiler = new Profiler(Counts.Milliseconds(10));
        var probe = profiler.Register();
        var worker = new Worker((["main", "parse"], 305), (["main", "render"], 900));

        var sampling = profiler.SampleAsync(Counts.Milliseconds(1_000));
        await Task.WhenAll(Task.Run(() => worker.Run(probe, new Stopwatch())), sampling);

        Claim.That((await sampling).Same(new() { ["main;parse"] = 30, ["main;render"] = 70 }), Wording.Counts);
    }

    [Test, Interleaved(Schedules = 20, DataRaces = false), Category(Criterion)]
    public async Task Several_workers_are_counted_and_idle_ones_are_not([Values(1, 2, 3)] int workers, [Values(10, 15, 40)] int interval)
    {
        var draw = Inputs.Draw();
        var duration = interval * draw.Next(10, 25);
        Worker[] all = [.. Enumerable.Range(0, workers).Select(_ => Worker.Drawn(draw))];
        var wanted = new Dictionary<string, int>();
        foreach (var worker in all)
            worker.Count(interval, duration, wanted);
        var profiler = new Profiler(Counts.Milliseconds(interval));
        Probe[] probes = [.. all.Select(_ => profiler.Register())];
        _ = profiler.Register();

        var sampling = profiler.SampleAsync(Counts.Milliseconds(duration));
        await Task.WhenAll([sampling, .. all.Select((worker, i) => Task.Run(() => worker.Run(probes[i], new Stopwatch())))]);

        var seen = await sampling;
        Claim.That(!seen.ContainsKey(""), Wording.Idle);
        Claim.That(seen.Same(wanted), Wording.Counts);
    }

    /// <summary>The listener is told just what is counted.</summary>
    [Test, Interleaved(Schedules = 20, DataRaces = false), Category(Criterion)]
    public async Task The_listener_is_told_what_is_counted()
    {
        var draw = Inputs.Draw();
        var told = new Dictionary<string, int>();
        var profiler = new Profiler(
            Counts.Milliseconds(10),
            stack =>
            {
                lock (told)
                    told[stack] = told.GetValueOrDefault(stack) + 1;
            });
        Worker[] all = [Worker.Drawn(draw), Worker.Drawn(draw)];
        Probe[] probes = [profiler.Register(), profiler.Register()];
        var wanted = new Dictionary<string, int>();
        foreach (var worker in all)
            worker.Count(10, 300, wanted);

        var sampling = profiler.SampleAsync(Counts.Milliseconds(300));
        await Task.WhenAll([sampling, .. all.Select((worker, i) => Task.Run(() => worker.Run(probes[i], new Stopwatch())))]);

        Claim.That(!told.ContainsKey(""), Wording.Idle);
        Claim.That((await sampling).Same(wanted) && told.Same(wanted), Wording.Counts);
    }

    [Test, Interleaved(Schedules = 20, DataRaces = false), Category(Criterion)]
    public async Task Whoever_comes_later_is_seen_from_the_next_look_on()
    {
        var draw = Inputs.Draw();
        var start = (10 * draw.Next(2, 9)) + 3;
        Worker first = new((["main"], 500)), second = new((["late"], 500));
        var profiler = new Profiler(Counts.Milliseconds(10));
        var probe = profiler.Register();
        var wanted = new Dictionary<string, int>();
        first.Count(10, 200, wanted);
        second.Count(10, 200, wanted, start);

        var sampling = profiler.SampleAsync(Counts.Milliseconds(200));
        var working = Task.Run(() => first.Run(probe, new Stopwatch()));
        await Task.Delay(start);
        await Task.WhenAll(Task.Run(() => second.Run(profiler.Register(), new Stopwatch())), working, sampling);

        Claim.That((await sampling).Same(wanted), Wording.Late);
    }

    [Test, Interleaved(Schedules = 20, DataRaces = false), Category(Criterion)]
    public async Task Two_samplings_at_once_and_one_afterwards_count_each_for_itself()
    {
        var draw = Inputs.Draw();
        var later = (10 * draw.Next(2, 9)) + 4;
        var profiler = new Profiler(Counts.Milliseconds(10));
        using var frame = profiler.Register().Enter("main");

        var one = profiler.SampleAsync(Counts.Milliseconds(200));
        await Task.Delay(later);
        var other = profiler.SampleAsync(Counts.Milliseconds(100));

        Claim.That((await one).Same(new() { ["main"] = 20 }) && (await other).Same(new() { ["main"] = 10 }), Wording.Shared);
        var third = await profiler.SampleAsync(Counts.Milliseconds(50));
        Claim.That(third.Same(new() { ["main"] = 5 }) && (await one).Same(new() { ["main"] = 20 }), Wording.Shared);
    }

    [Test, Interleaved(Schedules = 20, DataRaces = false), Category(Criterion)]
    public async Task Two_profilers_see_each_its_own_workers()
    {
        Profiler one = new(Counts.Milliseconds(10)), other = new(Counts.Milliseconds(20));
        using var first = one.Register().Enter("one");
        using var second = other.Register().Enter("other");

        var counts = await Task.WhenAll(one.SampleAsync(Counts.Milliseconds(100)), other.SampleAsync(Counts.Milliseconds(200)));

        Claim.That(counts[0].Same(new() { ["one"] = 10 }) && counts[1].Same(new() { ["other"] = 10 }), Wording.Shared);
    }

    [Test, Interleaved(Schedules = 20, DataRaces = false), Category(Criterion)]
    public async Task Nobody_to_look_at_is_nothing_seen([Values(0, 2)] int idle)
    {
        var profiler = new Profiler(Counts.Milliseconds(10));
        for (var i = 0; i < idle; i++)
            profiler.Register().Enter("main").Dispose();

        var counts = await profiler.SampleAsync(Counts.Milliseconds(100));

        Claim.That(counts.Count == 0, Wording.Idle);
    }
}
