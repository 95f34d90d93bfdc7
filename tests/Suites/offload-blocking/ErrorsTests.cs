using Interleaving.NUnit;

namespace ConcurrencyKatas.OffloadBlocking.Suite;

[TestFixture]
public sealed class ErrorsTests
{
    private const string Criterion = "errors";

    [Test, Interleaved, Category(Criterion)]
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
    [Test, Interleaved, Category(Criterion)]
    public void A_time_out_of_the_driver_is_a_failure_like_any_other()
    {
        var failure = new OperationCanceledException("the bus gave up by itself");
        var hub = new SensorHub(new BusDriver(_ => 1) { Failure = _ => failure }, workers: 1);

        Loop.Run(async () => Claim.That(ReferenceEquals(await Caught.ByAsync(() => hub.ReadAsync(1)), failure), Wording.Error));
    }

    [Test, Interleaved, Category(Criterion)]
    public void After_a_batch_with_failures_every_worker_is_back()
    {
        Exception[] failures = [new IOException("no such sensor"), new TimeoutException("no answer")];
        var hub = new SensorHub(new BusDriver(_ => 1) { Failure = sensor => sensor < 2 ? failures[sensor] : null }, workers: 2);

        Loop.Run(async () =>
        {
            var before = await Batch.TimeAsync(hub, 7, 8);
            var batch = Caught.ByAsync(() => hub.ReadAllAsync([0, 5, 1, 6]));
            await Task.WhenAny(batch, Task.Delay(TimeSpan.FromMinutes(1)));
            Claim.That(batch.IsCompleted, Wording.Leak);
            var told = await batch;
            Claim.That(failures.Contains(told), Wording.Error);
            await Task.Delay(TimeSpan.FromMinutes(1));

            Claim.That(await Batch.TimeAsync(hub, 9, 10) == before, Wording.Leak);
        });
    }

    [Test, Interleaved, Category(Criterion)]
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
}
