using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.OffloadBlocking.Suite;

[TestFixture]
public sealed class OffloadBlockingSuite
{
    [Test, Interleaved, Category("overlaps")]
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

    [Test, Interleaved, Category("overlaps")]
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
    [Test, Interleaved, Category("overlaps")]
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

    [Test, Interleaved, Category("loop-never-frozen")]
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

    [Test, Interleaved, Category("loop-never-frozen")]
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

    [Test, Interleaved, Category("loop-never-frozen")]
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

    [Test, Interleaved, Category("loop-never-frozen")]
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

    [Test, Interleaved, Category("loop-never-frozen")]
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

    [Test, Interleaved, Category("bounded-workers")]
    public void Two_batches_at_once_share_the_workers()
    {
        var driver = new BusDriver(_ => 1);
        var hub = new SensorHub(driver, workers: 3);

        Loop.Run(() => Task.WhenAll(hub.ReadAllAsync([1, 2, 3, 4]), hub.ReadAllAsync([5, 6, 7]), hub.ReadAsync(8)));

        Claim.That(driver.Calls.Peak <= 3, Wording.Crowded);
    }

    /// <summary>Which read is served first is the hub's affair, so the time that lines lay idle is counted, not the time it took.</summary>
    [Test, Interleaved, Category("bounded-workers")]
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
    [Test, Interleaved, Category("bounded-workers")]
    public async Task No_line_lies_idle_between_two_batches()
    {
        var driver = new BusDriver(sensor => sensor == 0 ? 5 : 1) { Calls = new(places: 2, requests: 5) };
        var hub = new SensorHub(driver, workers: 2);

        await Task.WhenAll(Task.Run(() => hub.ReadAllAsync([0, 1])), Task.Run(() => hub.ReadAllAsync([2, 3, 4])));

        Claim.That(driver.Calls.Idle == TimeSpan.Zero, Wording.IdleBetweenBatches);
    }

    /// <summary>Two hubs, each with a bus and workers of its own.</summary>
    [Test, Interleaved, Category("bounded-workers")]
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

    [Test, Interleaved, Category("bounded-workers")]
    public void No_line_lies_idle_whatever_the_lengths([Values(1, 3, 4)] int workers)
    {
        var seconds = Inputs.Draw().Durations(workers + 3);
        var driver = new BusDriver(sensor => seconds[sensor].TotalSeconds) { Calls = new(workers, workers + 3) };
        var hub = new SensorHub(driver, workers);

        Loop.Run(() => hub.ReadAllAsync([.. Enumerable.Range(0, workers + 3)]));

        Claim.That(driver.Calls.Idle == TimeSpan.Zero, Wording.Idle);
        Claim.That(driver.Calls.Peak <= workers, Wording.Crowded);
    }

    [Test, Interleaved, Category("order")]
    public void Readings_stand_where_their_sensors_stand()
    {
        var draw = Inputs.Draw();
        int[] sensors = [.. Enumerable.Range(0, 6).Select(_ => draw.Next(1, 100))];
        var hub = new SensorHub(new BusDriver(sensor => sensor % 4), workers: 3);

        Loop.Run(async () =>
            Claim.That((await hub.ReadAllAsync(sensors.Copy())).SequenceEqual(sensors.Select(BusDriver.Reading)), Wording.Order));
    }

    [Test, Interleaved, Category("order")]
    public void A_sensor_that_is_named_twice_has_two_places()
    {
        int once = Inputs.Draw().Next(1, 50), twice = once + 50;
        var driver = new BusDriver(sensor => sensor == twice ? 2 : 1);
        var hub = new SensorHub(driver, workers: 2);

        Loop.Run(async () => Claim.That(
            (await hub.ReadAllAsync([twice, once, twice])).SequenceEqual([.. ((int[])[twice, once, twice]).Select(BusDriver.Reading)]),
            Wording.Order));
        Claim.That(driver.Asked.Count(sensor => sensor == twice) == 2, Wording.AskedOnce);
    }

    [Test, Interleaved, Category("order")]
    public void A_reading_is_of_now_and_not_of_an_earlier_read()
    {
        var temperature = Inputs.Draw().Next(1000, 2000);
        var hub = new SensorHub(new Warming(temperature), workers: 1);

        Loop.Run(async () =>
        {
            var first = await hub.ReadAsync(1);
            var second = await hub.ReadAllAsync([1]);
            Claim.That(first == temperature && second is [var later] && later == temperature + 1, Wording.Stale);
        });
    }

    [Test, Interleaved, Category("order")]
    public void Nothing_to_read_gives_nothing()
    {
        var hub = new SensorHub(new BusDriver(_ => 1), workers: 2);

        Loop.Run(async () => Claim.That((await hub.ReadAllAsync([])) is [], "No sensors, no readings: an empty array."));
    }

    [Test, Interleaved, Category("errors")]
    public void The_drivers_exception_comes_out_as_it_is()
    {
        var failure = new IOException("sensor 2 is silent");
        var hub = new SensorHub(new BusDriver(_ => 1) { Failure = sensor => sensor == 2 ? failure : null }, workers: 2);

        Loop.Run(async () =>
        {
            Claim.That(ReferenceEquals(await Caught.ByAsync(() => hub.ReadAsync(2)), failure), Wording.Error);
            Claim.That(ReferenceEquals(await Caught.ByAsync(() => hub.ReadAllAsync([1, 2, 3])), failure), Wording.Error);
        });
    }

    /// <summary>A driver that gives up by itself says so by an exception that elsewhere means that somebody cancelled.</summary>
    [Test, Interleaved, Category("errors")]
    public void A_time_out_of_the_driver_is_a_failure_like_any_other()
    {
        var failure = new OperationCanceledException("the bus gave up by itself");
        var hub = new SensorHub(new BusDriver(_ => 1) { Failure = _ => failure }, workers: 1);

        Loop.Run(async () => Claim.That(ReferenceEquals(await Caught.ByAsync(() => hub.ReadAsync(1)), failure), Wording.Error));
    }

    [Test, Interleaved, Category("errors")]
    public void After_a_batch_with_failures_every_worker_is_back()
    {
        Exception[] failures = [new IOException("no such sensor"), new TimeoutException("no answer")];
        var hub = new SensorHub(new BusDriver(_ => 1) { Failure = sensor => sensor < 2 ? failures[sensor] : null }, workers: 2);

        Loop.Run(async () =>
        {
            var before = await TimeAsync(hub, 7, 8);
            var batch = Caught.ByAsync(() => hub.ReadAllAsync([0, 5, 1, 6]));
            await Task.WhenAny(batch, Task.Delay(TimeSpan.FromMinutes(1)));
            Claim.That(batch.IsCompleted, Wording.Leak);
            var told = await batch;
            Claim.That(failures.Contains(told), Wording.Error);
            await Task.Delay(TimeSpan.FromMinutes(1));

            Claim.That(await TimeAsync(hub, 9, 10) == before, Wording.Leak);
        });
    }

    [Test, Interleaved, Category("errors")]
    public void A_failure_gives_its_worker_back()
    {
        var hub = new SensorHub(
            new BusDriver(_ => 1) { Failure = sensor => sensor < 0 ? new IOException("no such sensor") : null }, workers: 1);

        Loop.Run(async () =>
        {
            await Caught.ByAsync(() => hub.ReadAsync(-1));
            var next = hub.ReadAsync(1);
            await Task.WhenAny(next, Task.Delay(TimeSpan.FromMinutes(1)));
            Claim.That(next.IsCompletedSuccessfully, Wording.Leak);
        });
    }

    [Test, Interleaved, Category("cancellation")]
    public void What_is_cancelled_before_the_start_never_reaches_the_driver()
    {
        var driver = new BusDriver(_ => 1);
        var hub = new SensorHub(driver, workers: 2);

        Loop.Run(async () =>
        {
            var before = await TimeAsync(hub, 5, 6, 7, 8);
            var asked = driver.Asked.Length;
            var given = new CancellationToken(canceled: true);
            Claim.That(await Caught.ByAsync(() => hub.ReadAsync(1, given)) is OperationCanceledException, Wording.NotCancelled);
            Claim.That(await Caught.ByAsync(() => hub.ReadAllAsync([2, 3, 4], given)) is OperationCanceledException, Wording.NotCancelled);
            await Task.Delay(TimeSpan.FromMinutes(1));
            Claim.That(driver.Asked.Length == asked, Wording.Unwanted);
            Claim.That(await TimeAsync(hub, 9, 10, 11, 12) == before, Wording.Counterfeit);
        });
    }

    [Test, Interleaved, Category("cancellation")]
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

    [Test, Interleaved, Category("cancellation")]
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
    [Test, Interleaved, Category("cancellation")]
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
    [Test, Interleaved, Category("cancellation")]
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

    [Test, Interleaved, Category("cancellation")]
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

    [Test, Interleaved, Category("cancellation")]
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

    /// <summary>How long a batch takes; an hour when it does not end. Batches of one size take equally long while all workers are there.</summary>
    private static async Task<TimeSpan> TimeAsync(SensorHub hub, params int[] sensors)
    {
        var watch = Stopwatch.StartNew();
        var batch = hub.ReadAllAsync(sensors);
        await Task.WhenAny(batch, Task.Delay(TimeSpan.FromHours(1)));
        return watch.Elapsed;
    }
}
