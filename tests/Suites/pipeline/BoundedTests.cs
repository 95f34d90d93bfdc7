using Interleaving.NUnit;

namespace ConcurrencyKatas.Pipeline.Suite;

[TestFixture]
public sealed class BoundedTests
{
    private const string Criterion = "bounded";

    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task Items_of_many_lengths_never_exceed_the_room([Values(1, 2, 4)] int inFlight)
    {
        var draw = Inputs.Draw();
        var items = inFlight + draw.Next(3, 5);
        TimeSpan[] stage = [.. Enumerable.Range(0, items).Select(_ => draw.Next(0, 4) * Hall.Second)];
        TimeSpan[] sink = [.. Enumerable.Range(0, items).Select(_ => draw.Next(0, 3) * Hall.Second)];
        var plant = new Plant(items, draw.Next(100, 900)) { StageTime = item => stage[item], SinkTime = item => sink[item] };

        await Hall.RunAsync(plant, inFlight);

        Claim.That(plant.MostUnderWay <= inFlight, Wording.TooMany);
    }

    /// <summary>Whoever counts stages alone, or gives the room back before the sink, fills the hall here.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_slow_sink_holds_the_source_back()
    {
        var draw = Inputs.Draw();
        var inFlight = draw.Next(1, 4);
        var plant = new Plant(inFlight + 5, draw.Next(100, 900)) { SinkTime = _ => 3 * Hall.Second };

        await Hall.RunAsync(plant, inFlight);

        Claim.That(plant.MostUnderWay <= inFlight, Wording.TooMany);
    }

    /// <summary>The finished ones that wait behind it are under way as well.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_slow_item_holds_the_source_back()
    {
        var draw = Inputs.Draw();
        int inFlight = draw.Next(2, 4), slow = draw.Next(0, 3);
        var plant = new Plant(inFlight + 5, draw.Next(100, 900))
        {
            StageTime = item => item == slow ? 20 * Hall.Second : Hall.Second / 2,
            SourceTime = _ => Hall.Second / 10,
        };

        await Hall.RunAsync(plant, inFlight);

        Claim.That(plant.MostUnderWay <= inFlight, Wording.TooMany);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task It_holds_for_items_that_come_and_go_at_any_moment()
    {
        var draw = Inputs.Draw();
        var plant = new Plant(4, draw.Next(100, 900)) { Yields = true };

        await Hall.RunAsync(plant, 2);

        Claim.That(plant.MostUnderWay <= 2, Wording.TooMany);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_calls_at_once_have_each_their_own_room()
    {
        var draw = Inputs.Draw();
        int low = draw.Next(1, 3), high = low + draw.Next(1, 3);
        Plant narrow = new(low + 2, draw.Next(100, 400)) { SinkTime = _ => Hall.Second };
        Plant wide = new(high + 2, draw.Next(500, 900)) { SinkTime = _ => Hall.Second };

        await Task.WhenAll(Task.Run(() => Hall.RunAsync(narrow, low)), Task.Run(() => Hall.RunAsync(wide, high)));

        Claim.That(narrow.MostUnderWay <= low && wide.MostUnderWay <= high, Wording.OwnRoom);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task One_call_after_the_other_has_its_own_room()
    {
        var draw = Inputs.Draw();
        foreach (var inFlight in (int[])[3, 1, 2])
        {
            var plant = new Plant(5, draw.Next(100, 900)) { StageTime = _ => Hall.Second };
            await Hall.RunAsync(plant, inFlight);
            Claim.That(plant.MostUnderWay <= inFlight, Wording.OwnRoom);
        }
    }
}
