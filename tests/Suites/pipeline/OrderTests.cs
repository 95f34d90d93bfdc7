using Interleaving.NUnit;

namespace ConcurrencyKatas.Pipeline.Suite;

[TestFixture]
public sealed class OrderTests
{
    private const string Criterion = "order";

    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task Results_come_in_the_order_of_the_source([Values(2, 3, 8)] int inFlight)
    {
        var draw = Inputs.Draw();
        const int Items = 6;
        var stage = draw.Durations(Items);
        var plant = new Plant(Items, draw.Next(100, 900)) { StageTime = item => stage[item], SinkTime = _ => Hall.Second / 10 };

        await Hall.RunAsync(plant, inFlight);

        Holds(plant, Items);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task The_last_may_be_done_first()
    {
        var plant = new Plant(5, Inputs.Draw().Next(100, 900)) { StageTime = item => (5 - item) * Hall.Second, SinkTime = _ => 2 * Hall.Second };

        await Hall.RunAsync(plant, 5);

        Holds(plant, 5);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Results_that_are_there_at_any_moment_keep_their_order()
    {
        var plant = new Plant(4, Inputs.Draw().Next(100, 900)) { Yields = true };

        await Hall.RunAsync(plant, 3);

        Holds(plant, 4);
    }

    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task Few_items_or_none_are_delivered_too([Values(0, 1, 2)] int items)
    {
        var plant = new Plant(items, Inputs.Draw().Next(100, 900)) { StageTime = _ => Hall.Second, SourceTime = _ => Hall.Second };

        await Hall.RunAsync(plant, 3);

        Holds(plant, items);
    }

    private static void Holds(Plant plant, int items)
    {
        Claim.That(plant.Results.SequenceEqual(plant.Expected(items)), items == 0 ? Wording.Empty : Wording.Order);
        Claim.That(plant.MostInSink <= 1, Wording.OneAtATime);
    }
}
