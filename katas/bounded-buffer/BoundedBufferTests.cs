using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.BoundedBuffer;

// Under [Interleaved] the clock is virtual: nothing here takes a second, and 1 s means exactly 1 s.
[TestFixture]
public sealed class BoundedBufferTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved]
    public void What_was_put_first_is_taken_first()
    {
        var shelf = new Shelf<string>(3);

        shelf.Put("rye");
        shelf.Put("rye");
        shelf.Put("wheat");

        Take(shelf).ShouldBe("rye", "What was put first is taken first.");
        Take(shelf).ShouldBe("rye", "Two equal loaves are two loaves.");
        Take(shelf).ShouldBe("wheat", "What was put last is taken last.");
    }

    [Test, Interleaved]
    public async Task A_baker_waits_for_room_and_goes_on_when_there_is_some()
    {
        var shelf = new Shelf<int>(1);
        var watch = Stopwatch.StartNew();

        var baking = Task.Run(() =>
        {
            shelf.Put(1);
            shelf.Put(2);
            return watch.Elapsed;
        });
        await Task.Delay(Second);
        Take(shelf).ShouldBe(1, "The first loaf has been there for a second.");

        (await baking).ShouldBe(Second, "There is room for one loaf: the second is put on the shelf at the very instant when the first is taken.");
    }

    [Test, Interleaved]
    public async Task A_buyer_wakes_at_the_instant_of_the_put()
    {
        var shelf = new Shelf<int>(1);
        var watch = Stopwatch.StartNew();

        var buying = Task.Run(() => (Loaf: Take(shelf), At: watch.Elapsed));
        await Task.Delay(Second);
        shelf.Put(1);

        (await buying).ShouldBe((1, Second), "The buyer was waiting, so they must get the loaf at the instant of the put, after one second.");
    }

    [Test, Interleaved]
    public async Task Two_bakers_and_two_buyers_share_room_for_one()
    {
        var shelf = new Shelf<int>(1);

        var bakers = Task.WhenAll(Task.Run(() => shelf.Put(1)), Task.Run(() => shelf.Put(2)));
        var loaves = await Task.WhenAll(Task.Run(() => Take(shelf)), Task.Run(() => Take(shelf)));
        await bakers;

        loaves.ShouldBe([1, 2], ignoreOrder: true, "Two loaves were baked, and each buyer gets one of them.");
    }

    [Test, Interleaved]
    public async Task Closing_tells_all_who_wait()
    {
        var shelf = new Shelf<int>(1);

        var buyers = Task.WhenAll(Task.Run(() => shelf.TryTake(out _)), Task.Run(() => shelf.TryTake(out _)));
        await Task.Delay(Second);
        shelf.Close();

        (await buyers).ShouldBe([false, false], "The shelf was closed, and there was nothing on it.");
        Should.Throw<InvalidOperationException>(() => shelf.Put(1), "Nothing can be put on a closed shelf.");
    }

    [Test, Interleaved]
    public async Task A_closed_shelf_is_emptied_and_takes_no_more()
    {
        var shelf = new Shelf<int>(1);
        shelf.Put(1);

        var waiting = Task.Run(() => shelf.Put(2));
        await Task.Delay(Second);
        shelf.Close();

        await Should.ThrowAsync<InvalidOperationException>(waiting, "The baker was waiting for room when the shelf was closed.");
        Take(shelf).ShouldBe(1, "What is left on the shelf can still be taken.");
        shelf.TryTake(out _).ShouldBeFalse("The shelf is closed and empty: the second loaf was never put on it.");
    }

    private static T Take<T>(Shelf<T> shelf)
    {
        shelf.TryTake(out var item).ShouldBeTrue("The shelf is open, or not yet empty, and a buyer was sent away with nothing: false means closed and empty.");
        return item!;
    }
}
