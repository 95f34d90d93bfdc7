using Interleaving.NUnit;

namespace ConcurrencyKatas.OffloadBlocking.Suite;

[TestFixture]
public sealed class BoundedWorkersTests
{
    private const string Criterion = "bounded-workers";

    [Test, Interleaved, Category(Criterion)]
    public void Two_batches_at_once_share_the_workers()
    {
        var driver = new BusDriver(_ => 1);
        var hub = new SensorHub(driver, workers: 3);

        Loop.Run(() => Task.WhenAll(hub.ReadAllAsync([1, 2, 3, 4]), hub.ReadAllAsync([5, 6, 7]), hub.ReadAsync(8)));

        Claim.That(driver.Calls.Peak <= 3, Wording.Crowded);
    }

    /// <summary>Which read is served first is the hub's affair, so the time that lines lay idle is counted, not the time it took.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void A_free_worker_takes_the_next_read_at_once()
    {
        int[] sensors = [0, 1, 2, 3];
        var driver = new BusDriver(sensor => sensor == 0 ? 3 : 1) { Calls = new(places: 2, sensors.Length) };
        var hub = new SensorHub(driver, workers: 2);

        Loop.Run(() => hub.ReadAllAsync(sensors));

        Claim.That(driver.Calls.Idle == TimeSpan.Zero, Wording.Idle);
    }

    /// <summary>
    /// A read of the one batch is long, and the other batch has reads enough for the worker beside it. Each is asked for on a thread of its own: a
    /// loop that is blocked would not come to the second.
    /// </summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task No_line_lies_idle_between_two_batches()
    {
        var driver = new BusDriver(sensor => sensor == 0 ? 5 : 1) { Calls = new(places: 2, requests: 5) };
        var hub = new SensorHub(driver, workers: 2);

        await Task.WhenAll(Task.Run(() => hub.ReadAllAsync([0, 1])), Task.Run(() => hub.ReadAllAsync([2, 3, 4])));

        Claim.That(driver.Calls.Idle == TimeSpan.Zero, Wording.IdleBetweenBatches);
    }

    /// <summary>Two hubs, each with a bus and workers of its own.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void Two_hubs_at_once_have_each_their_own_workers()
    {
        var draw = Inputs.Draw();
        int few = draw.Next(1, 3), many = few + draw.Next(1, 3);
        BusDriver narrow = new(_ => 1), wide = new(_ => 1);
        SensorHub second = new(wide, many), first = new(narrow, few);

        Loop.Run(() => Task.WhenAll(
            first.ReadAllAsync([.. Enumerable.Range(1, few + 2)]),
            second.ReadAllAsync([.. Enumerable.Range(1, many + 2)])));

        Claim.That(narrow.Calls.Peak <= few && wide.Calls.Peak <= many, Wording.SharedHub);
    }

    [Test, Interleaved, Category(Criterion)]
    public void No_line_lies_idle_whatever_the_lengths([Values(1, 3, 4)] int workers)
    {
        var seconds = Inputs.Draw().Durations(workers + 3);
        var driver = new BusDriver(sensor => seconds[sensor].TotalSeconds) { Calls = new(workers, workers + 3) };
        var hub = new SensorHub(driver, workers);

        Loop.Run(() => hub.ReadAllAsync([.. Enumerable.Range(0, workers + 3)]));

        Claim.That(driver.Calls.Idle == TimeSpan.Zero, Wording.Idle);
        Claim.That(driver.Calls.Peak <= workers, Wording.Crowded);
    }
}
