using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.OffloadBlocking.Suite;

[TestFixture]
public sealed class LoopNeverFrozenTests
{
    private const string Criterion = "loop-never-frozen";

    [Test, Interleaved, Category(Criterion)]
    public void The_loop_never_freezes_during_two_reads_of_two_seconds()
    {
        var hub = new SensorHub(new BusDriver(_ => 2), workers: 2);

        Loop.Run(async () =>
        {
            var ticker = new Ticker();
            var ticking = ticker.RunAsync(20);
            await hub.ReadAllAsync([1, 2]);
            await ticking;
            Claim.That(ticker.LongestGap == Ticker.Period, Wording.Frozen);
        });
    }

    [Test, Interleaved, Category(Criterion)]
    public void The_loop_never_freezes_when_there_are_more_reads_than_workers()
    {
        var hub = new SensorHub(new BusDriver(_ => 0.55), workers: 2);

        Loop.Run(async () =>
        {
            var ticker = new Ticker();
            var ticking = ticker.RunAsync(12);
            Task[] reads = [hub.ReadAsync(1), hub.ReadAsync(2), hub.ReadAsync(3), hub.ReadAsync(4)];
            await Task.WhenAll(reads);
            await ticking;
            Claim.That(ticker.LongestGap == Ticker.Period, Wording.Queued);
        });
    }

    [Test, Interleaved, Category(Criterion)]
    public void Asking_for_a_reading_costs_the_loop_no_time()
    {
        var hub = new SensorHub(new BusDriver(_ => 1), workers: 1);

        Loop.Run(async () =>
        {
            var watch = Stopwatch.StartNew();
            var reading = hub.ReadAsync(1);
            Claim.That(watch.Elapsed == TimeSpan.Zero, Wording.Frozen);
            await reading;
        });
    }

    [Test, Interleaved, Category(Criterion)]
    public void Asking_for_many_readings_costs_the_loop_no_time_either()
    {
        var hub = new SensorHub(new BusDriver(_ => 1), workers: 2);

        Loop.Run(async () =>
        {
            var watch = Stopwatch.StartNew();
            var readings = hub.ReadAllAsync([1, 2, 3, 4, 5]);
            Claim.That(watch.Elapsed == TimeSpan.Zero, Wording.Queued);
            await readings;
        });
    }

    [Test, Interleaved, Category(Criterion)]
    public void The_loop_never_freezes_when_reads_fail_or_are_given_up()
    {
        var driver = new BusDriver(_ => 0.55) { Failure = sensor => sensor == 1 ? new IOException("silent") : null };
        var hub = new SensorHub(driver, workers: 1);

        Loop.Run(async () =>
        {
            var ticker = new Ticker();
            var ticking = ticker.RunAsync(14);
            using var impatience = new CancellationTokenSource(TimeSpan.FromSeconds(0.75));
            _ = Caught.ByAsync(() => hub.ReadAsync(1));
            _ = Caught.ByAsync(() => hub.ReadAsync(2, impatience.Token));
            _ = Caught.ByAsync(() => hub.ReadAsync(3));
            await ticking;
            Claim.That(ticker.LongestGap == Ticker.Period, Wording.Queued);
        });
    }
}
