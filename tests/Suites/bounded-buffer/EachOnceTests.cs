using Interleaving.NUnit;

namespace ConcurrencyKatas.BoundedBuffer.Suite;

[TestFixture]
public sealed class EachOnceTests
{
    private const string Criterion = "each-once";

    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public async Task Two_bakers_and_two_buyers_pass_each_item_on_once([Values(1, 2, 3)] int capacity)
    {
        var first = Inputs.Draw().Next(100, 900);
        var bakery = new Bakery(capacity, anyRoom: true);

        var baking = Task.WhenAll(bakery.PutAsync(first, first + 1), bakery.PutAsync(first + 1000, first + 1001));
        var taken = await Task.WhenAll(bakery.TakeAsync(2), bakery.TakeAsync(2));
        await baking;

        Claim.That(
            taken.SelectMany(items => items).Order().SequenceEqual([first, first + 1, first + 1000, first + 1001]), Wording.NotEachOnce);
        Claim.That(taken.All(items => items[0] / 1000 != items[1] / 1000 || items[0] < items[1]), Wording.OrderLost);
        bakery.IsExplained();
    }

    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task One_baker_and_one_buyer_keep_the_order([Values(1, 2, 4)] int capacity)
    {
        var draw = Inputs.Draw();
        int[] items = [.. Enumerable.Range(0, 5).Select(_ => draw.Next(100))];
        var bakery = new Bakery(capacity);

        var baking = bakery.PutAsync(items);
        var taken = await bakery.TakeAsync(items.Length);
        await baking;

        Claim.That(taken.SequenceEqual(items), Wording.OrderLost);
    }

    [Test, Interleaved, Category(Criterion)]
    public void What_was_put_first_is_taken_first()
    {
        var draw = Inputs.Draw();
        var shelf = new Shelf<int>(4);
        var expected = new Queue<int>();

        foreach (var burst in (int[])[3, 1, 4, 2])
        {
            for (var i = 0; i < burst; i++)
            {
                var item = draw.Next(10);
                shelf.Put(item);
                expected.Enqueue(item);
            }

            while (expected.TryDequeue(out var next))
                Claim.That(shelf.TryTake(out var item) && item == next, Wording.OrderLost);
        }
    }

    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task Null_is_an_item_and_equal_ones_are_two()
    {
        var shelf = new Shelf<string?>(2);
        var baking = Task.Run(() =>
        {
            shelf.Put(null);
            shelf.Put("rye");
            shelf.Put("rye");
            shelf.Put(null);
        });

        var taken = new List<string?>();
        for (var i = 0; i < 4; i++)
        {
            Claim.That(shelf.TryTake(out var item), Wording.SentAway);
            taken.Add(item);
        }

        await baking;
        Claim.That(taken.Order(StringComparer.Ordinal).SequenceEqual([null, null, "rye", "rye"]), Wording.NotEachOnce);
        Claim.That(taken.SequenceEqual([null, "rye", "rye", null]), Wording.OrderLost);
    }

    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task Two_shelves_know_nothing_of_each_other()
    {
        Shelf<int> bread = new(1), cake = new(2);

        var baking = Task.WhenAll(Task.Run(() => bread.Put(1)), Task.Run(() => cake.Put(2)));
        var (first, second) = (Task.Run(() => bread.TryTake(out var item) ? item : 0), Task.Run(() => cake.TryTake(out var item) ? item : 0));
        Claim.That(await first == 1 && await second == 2, Wording.Shared);
        await baking;

        bread.Put(3);
        bread.Close();
        cake.Put(4);
        cake.Put(5);
        Claim.That(cake.TryTake(out var left) && left == 4, Wording.Shared);
    }
}
