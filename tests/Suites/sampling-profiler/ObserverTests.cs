using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.SamplingProfiler.Suite;

[TestFixture]
public sealed class ObserverTests
{
    private const string Criterion = "no-observer-effect";

    /// <summary>Most of the time the listener is being told, and the workers change all the time.</summary>
    [Test, Interleaved(Schedules = 20, DataRaces = false), Category(Criterion)]
    public async Task Workers_end_at_the_same_instant_with_and_without_a_profiler([Values(1, 3)] int workers)
    {
        var draw = Inputs.Draw();
        Worker[] all = [.. Enumerable.Range(0, workers).Select(_ => Worker.Drawn(draw))];

        var without = await RunAsync(all, sampled: false);
        var with = await RunAsync(all, sampled: true);

        Claim.That(with.SequenceEqual(without), Wording.Observed);
    }

    [Test, Interleaved(Schedules = 50, DataRaces = false), Category(Criterion)]
    public async Task Nobody_waits_while_the_listener_is_told()
    {
        var draw = Inputs.Draw();
        var profiler = new Profiler(Counts.Milliseconds(10), _ => Thread.Sleep(8));
        var probe = profiler.Register();
        using var main = probe.Enter("main");
        var sampling = profiler.SampleAsync(Counts.Milliseconds(50));
        await Task.Delay((10 * draw.Next(1, 4)) + draw.Next(2, 7));
        var watch = Stopwatch.StartNew();

        _ = profiler.Register();
        Claim.That(watch.Elapsed == TimeSpan.Zero, Wording.RegisterWaited);
        _ = probe.Stack;
        Claim.That(watch.Elapsed == TimeSpan.Zero, Wording.StackWaited);
        probe.Enter("parse").Dispose();
        Claim.That(watch.Elapsed == TimeSpan.Zero, Wording.Observed);
        await sampling;
    }

    private static async Task<TimeSpan[]> RunAsync(Worker[] workers, bool sampled)
    {
        var profiler = new Profiler(Counts.Milliseconds(10), _ => Thread.Sleep(3));
        Probe[] probes = [.. workers.Select(_ => profiler.Register())];
        using var caller = new CancellationTokenSource();
        var watch = Stopwatch.StartNew();
        var sampling = sampled ? profiler.SampleAsync(Counts.Milliseconds(1_000), caller.Token) : Task.CompletedTask;
        var ends = await Task.WhenAll(workers.Select((worker, i) => Task.Run(() => worker.Run(probes[i], watch))));
        caller.Cancel();
        await Caught.ByAsync(() => sampling);
        return ends;
    }
}
