using Interleaving.NUnit;

namespace ConcurrencyKatas.OffloadBlocking.Suite;

[TestFixture]
public sealed class OrderTests
{
    private const string Criterion = "order";

    [Test, Interleaved, Category(Criterion)]
    public void Readings_stand_where_their_sensors_stand()
    {
        var draw = Inputs.Draw();
        int[] sensors = [.. Enumerable.Range(0, 6).Select(_ => draw.Next(1, 100))];
        var hub = new SensorHub(new BusDriver(sensor => sensor % 4), workers: 3);

        Loop.Run(async () =>
            Claim.That((await hub.ReadAllAsync(sensors.Copy())).SequenceEqual(sensors.Select(BusDriver.Reading)), Wording.Order));
    }

    [Test, Interleaved, Category(Criterion)]
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

    [Test, Interleaved, Category(Criterion)]
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

    [Test, Interleaved, Category(Criterion)]
    public void Nothing_to_read_gives_nothing()
    {
        var hub = new SensorHub(new BusDriver(_ => 1), workers: 2);

        Loop.Run(async () => Claim.That((await hub.ReadAllAsync([])) is [], "No sensors, no readings: an empty array."));
    }
}
