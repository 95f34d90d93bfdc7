using Interleaving.NUnit;

namespace ConcurrencyKatas.BoundedBuffer.Suite;

[TestFixture]
public sealed class CloseTests
{
    private const string Criterion = "close";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved(Schedules = 30), Category(Criterion)]
    public async Task All_buyers_who_wait_are_told([Values(1, 2, 3)] int buyers)
    {
        var seconds = Inputs.Draw().Next(1, 9);
        var shelf = new Shelf<string>(1);
        var ends = Enumerable.Range(0, buyers).Select(_ => Bakery.EndAsync(() => IsEmpty(shelf))).ToArray();

        await Task.Delay(seconds * Second);
        shelf.Close();

        Claim.That((await Task.WhenAll(ends)).All(end => end == seconds * Second), Wording.ClosedLate);
    }

    /// <summary>A shelf with room for one more than it should have is for <see cref="BoundedTests"/>.</summary>
    [Test, Interleaved(Schedules = 30), Category(Criterion)]
    public async Task All_bakers_who_wait_are_told([Values(1, 2, 3)] int bakers)
    {
        var seconds = Inputs.Draw().Next(1, 9);
        var shelf = new Shelf<string>(1);
        shelf.Put("first");
        var accepted = 0;
        var ends = Enumerable.Range(0, bakers).Select(_ => Bakery.EndAsync(() => PutOrBeRefused(shelf, ref accepted))).ToArray();

        await Task.Delay(seconds * Second);
        var before = Volatile.Read(ref accepted);
        shelf.Close();

        Claim.That((await Task.WhenAll(ends)).Count(end => end == seconds * Second) == bakers - before, Wording.ClosedLate);
        Claim.That(before <= 1 && accepted == before, Wording.PutOnClosed);
        Claim.That(shelf.TryTake(out var item) && item == "first", Wording.LeftBehind);
        Claim.That(before == 0 || shelf.TryTake(out _), Wording.LeftBehind);
        IsEmpty(shelf);
    }

    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public void What_is_left_is_taken([Values(0, 1, 3)] int left)
    {
        var shelf = new Shelf<string>(3);
        for (var item = 0; item < left; item++)
            shelf.Put($"{item}");

        shelf.Close();
        shelf.Close();

        var all = new List<string>();
        for (var item = 0; item < left; item++)
        {
            Claim.That(shelf.TryTake(out var taken), Wording.LeftBehind);
            all.Add(taken!);
        }

        Claim.That(all.Order().SequenceEqual(Enumerable.Range(0, left).Select(item => $"{item}")), Wording.LeftBehind);
        IsEmpty(shelf);
        IsEmpty(shelf);
        IsRefused(shelf);
        Claim.That(!shelf.TryTake(out _), Wording.RefusedAndPut);
    }

    /// <summary>Either the item is accepted and taken, or it is refused; some order explains it.</summary>
    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task Beside_a_put_it_is_before_or_after([Values(1, 2)] int bakers)
    {
        var bakery = new Bakery(1, anyRoom: true);

        var accepted = Enumerable.Range(1, bakers).Select(item => Task.Run(() => bakery.TryPut(item))).ToArray();
        var closing = Task.Run(bakery.Close);
        var taken = new List<int>();
        while (taken.Count <= bakers && bakery.Take() is { } item)
            taken.Add(item);
        await closing;

        Claim.That((await Task.WhenAll(accepted)).Count(yes => yes) == taken.Count, Wording.HalfPut);
        bakery.IsExplained();
    }

    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task Beside_a_take_it_is_before_or_after([Values] bool full)
    {
        var bakery = new Bakery(1, anyRoom: true);
        if (full)
            bakery.Put(1);

        var taking = Enumerable.Range(0, 2).Select(_ => Task.Run(bakery.Take)).ToArray();
        await Task.WhenAll(Task.Run(bakery.Close), Task.Run(bakery.Close));

        Claim.That((await Task.WhenAll(taking)).Count(item => item is not null) == (full ? 1 : 0), Wording.LeftBehind);
        bakery.IsExplained();
    }

    /// <summary>A baker waits for room, a buyer makes it, and somebody closes, all at once.</summary>
    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task Beside_both_some_order_explains_it()
    {
        var bakery = new Bakery(1, anyRoom: true);
        bakery.Put(1);

        var putting = Task.Run(() => bakery.TryPut(2));
        var taking = Task.Run(bakery.Take);
        bakery.Close();
        var (accepted, taken) = (await putting, await taking);

        Claim.That(taken == 1, Wording.LeftBehind);
        Claim.That(bakery.Take() == (accepted ? 2 : null), Wording.HalfPut);
        bakery.IsExplained();
    }

    private static void IsEmpty(Shelf<string> shelf) => Claim.That(!shelf.TryTake(out var item) && item is null, Wording.NotEmpty);

    private static void PutOrBeRefused(Shelf<string> shelf, ref int accepted)
    {
        try
        {
            shelf.Put("another");
            Interlocked.Increment(ref accepted);
        }
        catch (InvalidOperationException)
        {
        }
    }

    private static void IsRefused(Shelf<string> shelf)
    {
        try
        {
            shelf.Put("late");
        }
        catch (InvalidOperationException)
        {
            return;
        }

        Claim.That(holds: false, Wording.PutOnClosed);
    }
}
