using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.SamplingProfiler.Suite;

[TestFixture]
public sealed class NoDriftTests
{
    private const string Criterion = "no-drift";

    /// <summary>Every look comes at its multiple of the interval, whatever the listener takes; the figures of the README are the first ones.</summary>
    [Test, Interleaved(Schedules = 20, DataRaces = false), Category(Criterion)]
    public async Task The_listener_s_time_is_not_added([Values(10, 7, 250)] int interval)
    {
        var slow = interval == 10 ? 3 : Inputs.Draw().Next(1, interval);
        var looks = new List<double>();
        var watch = Stopwatch.StartNew();
        var profiler = new Profiler(Counts.Milliseconds(interval), _ =>
        {
            looks.Add(watch.Elapsed.TotalMilliseconds);
            Thread.Sleep(slow);
        });
        using var frame = profiler.Register().Enter("main");

        var counts = await profiler.SampleAsync(Counts.Milliseconds(100 * interval));

        Claim.That(looks.SequenceEqual(Enumerable.Range(1, 100).Select(look => (double)look * interval)), Wording.Drift);
        Claim.That(counts.Same(new() { ["main"] = 100 }), Wording.Drift);
    }

    /// <summary>The second worker changes while the listener is told of the first.</summary>
    [Test, Interleaved(Schedules = 20, DataRaces = false), Category(Criterion)]
    public async Task One_look_shows_everybody_at_one_instant()
    {
        var draw = Inputs.Draw();
        var looks = draw.Next(3, 8);
        var profiler = new Profiler(Counts.Milliseconds(20), _ => Thread.Sleep(4));
        Probe[] probes = [profiler.Register(), profiler.Register(), profiler.Register()];
        Worker[] workers = [.. probes.Select((_, i) => new Worker([.. Enumerable.Range(0, looks + 1).SelectMany(look =>
            (IEnumerable<(string[], double)>)[([$"{i} before {look}"], look == 0 ? 21 : 10), ([$"{i} after {look}"], 10)])]))];

        var sampling = profiler.SampleAsync(Counts.Milliseconds(20 * looks));
        await Task.WhenAll([sampling, .. workers.Select((worker, i) => Task.Run(() => worker.Run(probes[i], new Stopwatch())))]);

        var wanted = new Dictionary<string, int>();
        foreach (var worker in workers)
            worker.Count(20, 20 * looks, wanted);
        var counts = await sampling;
        Claim.That(!counts.Keys.Any(stack => stack.EndsWith("after 0", StringComparison.Ordinal)), Wording.OnePhotograph);
        Claim.That(counts.Same(wanted), Wording.Counts);
    }

    [Test, Interleaved(Schedules = 50, DataRaces = false), Category(Criterion)]
    public async Task The_listener_is_told_of_one_at_a_time()
    {
        var listening = new InFlight();
        var profiler = new Profiler(Counts.Milliseconds(10), _ =>
        {
            listening.Enter();
            Thread.Sleep(3);
            listening.Leave();
        });
        using var one = profiler.Register().Enter("one");
        using var two = profiler.Register().Enter("two");
        using var three = profiler.Register().Enter("three");

        var counts = await profiler.SampleAsync(Counts.Milliseconds(60));

        Claim.That(listening.Peak == 1, Wording.OneAtATime);
        Claim.That(listening.Begun == 18 && counts.Values.Sum() == 18, Wording.Drift);
    }
}
