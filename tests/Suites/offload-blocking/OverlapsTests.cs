using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.OffloadBlocking.Suite;

[TestFixture]
public sealed class OverlapsTests
{
    private const string Criterion = "overlaps";

    [Test, Interleaved, Category(Criterion)]
    public void Reads_of_three_one_and_two_seconds_on_three_workers_take_three_seconds()
    {
        var hub = new SensorHub(new BusDriver(sensor => sensor), workers: 3);

        Loop.Run(async () =>
        {
            var watch = Stopwatch.StartNew();
            await hub.ReadAllAsync([3, 1, 2]);
            Claim.That(watch.Elapsed == TimeSpan.FromSeconds(3), Wording.Overlap);
        });
    }

    [Test, Interleaved, Category(Criterion)]
    public void Two_single_reads_of_two_seconds_take_two_seconds()
    {
        var hub = new SensorHub(new BusDriver(_ => 2), workers: 2);

        Loop.Run(async () =>
        {
            var watch = Stopwatch.StartNew();
            var first = hub.ReadAsync(1);
            var second = hub.ReadAsync(2);
            await Task.WhenAll(first, second);
            Claim.That(watch.Elapsed == TimeSpan.FromSeconds(2), Wording.Overlap);
        });
    }

    /// <summary>Three numbers of workers, and reads of three lengths: as long as the longest, whichever it is.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void As_many_reads_as_workers_take_as_long_as_the_longest([Values(2, 4, 5)] int workers)
    {
        var seconds = Inputs.Draw().Durations(workers);
        var hub = new SensorHub(new BusDriver(sensor => seconds[sensor].TotalSeconds), workers);

        Loop.Run(async () =>
        {
            var watch = Stopwatch.StartNew();
            await hub.ReadAllAsync([.. Enumerable.Range(0, workers)]);
            Claim.That(watch.Elapsed == seconds.Max(), Wording.Overlap);
        });
    }
}
