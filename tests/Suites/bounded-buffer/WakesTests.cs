using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.BoundedBuffer.Suite;

/// <summary>Each buyer takes a number that is known beforehand, so nobody needs a shelf that is closed.</summary>
[TestFixture]
public sealed class WakesTests
{
    private const string Criterion = "wakes";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved(Schedules = 100), Category(Criterion)]
    public Task Two_on_each_side([Values(1, 2)] int capacity) => PassAsync(capacity, bakers: [2, 2], buyers: [2, 2]);

    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public Task Three_bakers_and_a_buyer() => PassAsync(1, bakers: [1, 1, 1], buyers: [3]);

    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public Task A_baker_and_three_buyers() => PassAsync(1, bakers: [3], buyers: [1, 1, 1]);

    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public Task Uneven_shares() => PassAsync(1, bakers: [3, 1], buyers: [1, 3]);

    /// <summary>Two wait on the one side when the other comes twice, without a pause.</summary>
    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task Two_buyers_wait_when_two_loaves_come([Values(1, 2, 3)] int capacity)
    {
        var bakery = new Bakery(capacity);

        Task[] buyers = [bakery.TakeAsync(1), bakery.TakeAsync(1)];
        await Task.Delay(Second);
        await AtOnceAsync(() =>
        {
            bakery.Put(1);
            bakery.Put(2);
            return Task.WhenAll(buyers);
        });
    }

    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task Two_bakers_wait_when_two_loaves_go([Values(1, 2)] int capacity)
    {
        var bakery = new Bakery(capacity);
        for (var item = 0; item < capacity; item++)
            bakery.Put(item);

        Task[] bakers = [bakery.PutAsync(10), bakery.PutAsync(20)];
        await Task.Delay(Second);
        await AtOnceAsync(() =>
        {
            bakery.Take();
            bakery.Take();
            return Task.WhenAll(bakers);
        });
    }

    /// <summary>The number of the course: a second later is exactly a second later.</summary>
    [Test, Interleaved(Schedules = 30), Category(Criterion)]
    public Task A_buyer_wakes_a_second_later() => BuyersWakeAsync([Second]);

    [Test, Interleaved(Schedules = 30), Category(Criterion)]
    public Task Buyers_wake_at_the_instants_of_the_puts([Values(1, 2, 3)] int buyers) => BuyersWakeAsync(Inputs.Draw().Durations(buyers));

    /// <summary>A baker who does not wait at all, since there is room for one more than there should be, is for <see cref="BoundedTests"/>.</summary>
    [Test, Interleaved(Schedules = 30), Category(Criterion)]
    public async Task Bakers_wake_at_the_instants_of_the_takes([Values(1, 2, 3)] int bakers)
    {
        var shelf = new Shelf<int>(1);
        shelf.Put(0);
        var pauses = Inputs.Draw().Durations(bakers);
        var ends = Enumerable.Range(1, bakers).Select(item => Bakery.EndAsync(() => shelf.Put(item))).ToArray();

        foreach (var pause in pauses)
        {
            await Task.Delay(pause);
            shelf.TryTake(out _);
        }

        var woken = (await Task.WhenAll(ends)).Where(end => end > TimeSpan.Zero).Order().ToArray();
        Claim.That(woken.Length >= bakers - 1 && woken.SequenceEqual(Instants(pauses).Take(woken.Length)), Wording.PutterLate);
    }

    private static async Task BuyersWakeAsync(TimeSpan[] pauses)
    {
        var shelf = new Shelf<int>(2);
        var ends = pauses.Select(_ => Bakery.EndAsync(() => Claim.That(shelf.TryTake(out var _), Wording.SentAway))).ToArray();

        foreach (var pause in pauses)
        {
            await Task.Delay(pause);
            shelf.Put(1);
        }

        Claim.That((await Task.WhenAll(ends)).Order().SequenceEqual(Instants(pauses)), Wording.TakerLate);
    }

    private static IEnumerable<TimeSpan> Instants(TimeSpan[] pauses)
    {
        var now = TimeSpan.Zero;
        foreach (var pause in pauses)
            yield return now += pause;
    }

    private static Task PassAsync(int capacity, int[] bakers, int[] buyers)
    {
        var bakery = new Bakery(capacity);
        return AtOnceAsync(async () =>
        {
            var baking = Task.WhenAll(bakers.Select((count, baker) => bakery.PutAsync([.. Enumerable.Range((10 * baker) + 1, count)])));
            await Task.WhenAll(buyers.Select(bakery.TakeAsync));
            await baking;
        });
    }

    /// <summary>A limit on a wait hides a wake-up that went to the wrong thread: then nobody waits for ever, but somebody waits too long.</summary>
    private static async Task AtOnceAsync(Func<Task> passing)
    {
        var watch = Stopwatch.StartNew();
        await passing();
        Claim.That(watch.Elapsed == TimeSpan.Zero, Wording.WokenTooLate);
    }
}
