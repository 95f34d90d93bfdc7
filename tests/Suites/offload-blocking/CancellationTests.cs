using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.OffloadBlocking.Suite;

[TestFixture]
public sealed class CancellationTests
{
    private const string Criterion = "cancellation";

    [Test, Interleaved, Category(Criterion)]
    public void What_is_cancelled_before_the_start_never_reaches_the_driver()
    {
        var driver = new BusDriver(_ => 1);
        var hub = new SensorHub(driver, workers: 2);

        Loop.Run(async () =>
        {
            var before = await Batch.TimeAsync(hub, 5, 6, 7, 8);
            var asked = driver.Asked.Length;
            var given = new CancellationToken(canceled: true);
            Claim.That(await Caught.ByAsync(() => hub.ReadAsync(1, given)) is OperationCanceledException, Wording.NotCancelled);
            Claim.That(await Caught.ByAsync(() => hub.ReadAllAsync([2, 3, 4], given)) is OperationCanceledException, Wording.NotCancelled);
            await Task.Delay(TimeSpan.FromMinutes(1));
            Claim.That(driver.Asked.Length == asked, Wording.Unwanted);
            Claim.That(await Batch.TimeAsync(hub, 9, 10, 11, 12) == before, Wording.Counterfeit);
        });
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_queued_read_ends_as_cancelled_at_once_and_never_reaches_the_driver()
    {
        var driver = new BusDriver(_ => 5);
        var hub = new SensorHub(driver, workers: 1);

        Loop.Run(async () =>
        {
            var watch = Stopwatch.StartNew();
            using var impatience = new CancellationTokenSource(TimeSpan.FromSeconds(3));
            var running = hub.ReadAsync(1);
            await Task.Delay(TimeSpan.FromSeconds(1));
            var queued = await Caught.ByAsync(() => hub.ReadAsync(2, impatience.Token));

            Claim.That(queued is OperationCanceledException, Wording.NotCancelled);
            Claim.That(watch.Elapsed == TimeSpan.FromSeconds(3), Wording.LateCancellation);
            Claim.That(await running == BusDriver.Reading(1), Wording.Bystander);
            await Task.Delay(TimeSpan.FromMinutes(1));
        });

        Claim.That(driver.Asked is [1], Wording.Unwanted);
    }

    [Test, Interleaved, Category(Criterion)]
    public void Cancelling_a_batch_keeps_its_waiting_reads_from_the_driver()
    {
        var driver = new BusDriver(_ => 2);
        var hub = new SensorHub(driver, workers: 2);

        Loop.Run(async () =>
        {
            using var impatience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            var batch = await Caught.ByAsync(() => hub.ReadAllAsync([1, 2, 3, 4, 5], impatience.Token));
            Claim.That(batch is OperationCanceledException, Wording.NotCancelled);
            await Task.Delay(TimeSpan.FromMinutes(1));
        });

        Claim.That(driver.Asked.Length <= 2, Wording.Unwanted);
    }

    /// <summary>The reads of a batch are given up like others, whether it has one, two or three.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void A_batch_that_waits_never_reaches_the_driver([Values(1, 2, 3)] int sensors)
    {
        var driver = new BusDriver(_ => 3);
        var hub = new SensorHub(driver, workers: 1);

        Loop.Run(async () =>
        {
            using var impatience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            var running = hub.ReadAsync(9);
            await Task.Delay(TimeSpan.FromSeconds(1));
            var batch = await Caught.ByAsync(() => hub.ReadAllAsync([.. Enumerable.Range(1, sensors)], impatience.Token));
            Claim.That(batch is OperationCanceledException, Wording.NotCancelled);
            await running;
            await Task.Delay(TimeSpan.FromMinutes(1));
        });

        Claim.That(driver.Asked is [9], Wording.Unwanted);
    }

    /// <summary>The read may be made or not; its worker is free again in either case.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void A_cancellation_at_the_moment_of_the_turn_loses_no_worker()
    {
        var hub = new SensorHub(new BusDriver(_ => 2), workers: 1);

        Loop.Run(async () =>
        {
            using var impatience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            var running = hub.ReadAsync(1);
            await Caught.ByAsync(() => hub.ReadAsync(2, impatience.Token));
            await running;
            var next = hub.ReadAsync(3);
            await Task.WhenAny(next, Task.Delay(TimeSpan.FromMinutes(1)));
            Claim.That(next.IsCompletedSuccessfully, Wording.LostAtTheTurn);
        });
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_cancelled_read_gives_back_no_worker_that_it_never_had()
    {
        var driver = new BusDriver(_ => 2);
        var hub = new SensorHub(driver, workers: 1);

        Loop.Run(async () =>
        {
            using var impatience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            var running = hub.ReadAsync(1);
            await Caught.ByAsync(() => hub.ReadAsync(2, impatience.Token));
            await Task.WhenAll(running, hub.ReadAsync(3), hub.ReadAsync(4));
        });

        Claim.That(driver.Calls.Peak == 1, Wording.Counterfeit);
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_read_that_is_in_the_driver_keeps_its_worker_until_it_ends()
    {
        var driver = new BusDriver(_ => 3);
        var hub = new SensorHub(driver, workers: 1);

        Loop.Run(async () =>
        {
            using var impatience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            var running = Caught.ByAsync(() => hub.ReadAsync(1, impatience.Token));
            await Task.Delay(TimeSpan.FromSeconds(0.5));
            await hub.ReadAsync(2);
            await running;
        });

        Claim.That(driver.Calls.Peak == 1, Wording.Abandoned);
    }
}
