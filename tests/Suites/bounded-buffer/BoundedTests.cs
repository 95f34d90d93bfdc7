using Interleaving.NUnit;

namespace ConcurrencyKatas.BoundedBuffer.Suite;

[TestFixture]
public sealed class BoundedTests
{
    private const string Criterion = "bounded";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>As many as there is room for come on it at once, and the next one when one is taken.</summary>
    [Test, Interleaved(Schedules = 30), Category(Criterion)]
    public async Task As_many_as_there_is_room_for([Values(1, 2, 5)] int capacity)
    {
        var shelf = new Shelf<int>(capacity);

        var baking = Bakery.EndAsync(() =>
        {
            for (var item = 0; item < capacity; item++)
                shelf.Put(item);
        });
        await Task.Delay(Second);
        Claim.That(baking.IsCompleted && await baking == TimeSpan.Zero, Wording.RoomUnused);

        var waiting = Bakery.EndAsync(() => shelf.Put(capacity));
        await Task.Delay(Second);
        Claim.That(!waiting.IsCompleted, Wording.Overfull);
        shelf.TryTake(out _);
        await waiting;
    }

    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task Several_who_wait_for_room_never_overfill_it([Values(1, 2)] int capacity)
    {
        var bakery = new Bakery(capacity, counts: true);
        for (var item = 0; item < capacity; item++)
            bakery.Put(item);

        Task[] bakers = [bakery.PutAsync(10), bakery.PutAsync(20)];
        bakery.Take();
        await Task.Delay(Second);
        Claim.That(bakers.Count(baker => baker.IsCompleted) <= 1, Wording.Overfull);
        bakery.Take();
        await Task.WhenAll(bakers);

        bakery.IsExplained();
    }

    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task Some_order_explains_two_bakers_and_a_buyer([Values(1, 2)] int capacity)
    {
        var bakery = new Bakery(capacity, counts: true);

        await Task.WhenAll(bakery.PutAsync(10, 11), bakery.PutAsync(20), bakery.TakeAsync(3));

        bakery.IsExplained();
    }
}
