using Interleaving.NUnit;

namespace ConcurrencyKatas.AsyncStream.Suite;

[TestFixture]
public sealed class OneAheadTests
{
    private const string Criterion = "one-ahead";

    private const string Instants =
        "A page was not asked for at its instant: the next one when a page begins to be heard, so that the two go on at the same time, and the one after that "
        + "not before that page has been heard.";

    private const string Once = "Not every page was asked for exactly once, in order, up to the one that is not there.";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task Three_pages_of_a_second_that_take_a_second_to_hear_take_four()
    {
        var archive = new Archive(new(Second, "a"), new(Second, "b"), new(Second, "c"), new(Second, null));

        var hearing = await Hearing.OfAsync(archive, Catalogue.ReadAsync(archive.Open), _ => Second);

        Claim.That(hearing.At <= 4 * Second, "Too slow: while a page is heard, the next one can be fetched.");
        Claim.That(hearing.At == 4 * Second && hearing.Items.Length == 3, "Too fast: this is sooner than one request at a time can do it.");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Each_page_is_asked_for_at_its_instant([Values(1, 4, 7)] int quarters, [Values(1, 3, 5)] int pages)
    {
        var draw = Inputs.Draw();
        var reels = draw.Of(pages, quarters * Second);
        var times = reels.Items().ToDictionary(item => item, _ => draw.About(2 * Second));
        var archive = new Archive(reels);

        var hearing = await Hearing.OfAsync(archive, Catalogue.ReadAsync(archive.Open), item => times[item]);

        var expected = Timetable.Of(reels, item => times[item]);
        Claim.That(archive.Requests.Select(request => request.Page).SequenceEqual(Enumerable.Range(0, pages + 1)), Once);
        Claim.That(archive.Requests.Select(request => request.At).SequenceEqual(expected.Asked) && hearing.At == expected.End, Instants);
        Claim.That(archive.Peak == 1, Wording.TwoAtOnce);
    }

    /// <summary>The listener falls asleep over the first page: one page waits, and no more.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task While_the_listener_sleeps_one_page_is_fetched_and_no_more([Values(1, 2, 3)] int items)
    {
        var draw = Inputs.Draw();
        var reels = draw.Of(5, Second, most: 1);
        reels[0] = new Reel(Second, [.. Enumerable.Range(0, items).Select(item => $"long {item}")]);
        var archive = new Archive(reels);

        var listening = Hearing.OfAsync(archive, Catalogue.ReadAsync(archive.Open), item => item.StartsWith('l') ? TimeSpan.FromHours(1) : Second);
        await Task.Delay(items * TimeSpan.FromHours(1));
        var asked = archive.Requests.Length;
        await listening;

        Claim.That(
            asked == 2,
            "While the first page was heard, not exactly one more had been asked for: one is fetched ahead, and the one after it must wait until "
            + "this page has been heard.");
    }

    /// <summary>Nothing here but the submission orders anything, so what two of its operations share without a lock shows as a race.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Pages_that_are_there_at_once_come_in_order()
    {
        List<string> heard = [];

        await foreach (var item in Catalogue.ReadAsync(() => new Shelf()))
        {
            heard.Add(item);
            await Task.Yield();
        }

        Claim.That(heard.SequenceEqual(["0", "1", "2"]), Wording.Items);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_listeners_at_once_do_not_wait_for_each_other()
    {
        Archive archive = new(new(Second, "a"), new(Second, "b"), new(Second, "c"), new(Second, null)), other = new(new(Second, "d"), new(Second, null));
        var stream = Catalogue.ReadAsync(archive.Open);

        var hearings = await Task.WhenAll(
            Hearing.OfAsync(archive, stream, _ => Second),
            Hearing.OfAsync(archive, stream, _ => 2 * Second),
            Hearing.OfAsync(other, Catalogue.ReadAsync(other.Open), _ => Second));

        Claim.That(hearings.Select(hearing => hearing.At).SequenceEqual([4 * Second, 7 * Second, 2 * Second]), Wording.Shared);
        Claim.That(archive.Peak == 1, Wording.TwoAtOnce);
    }

    [Test, Interleaved, Category(Criterion)]
    public void On_a_single_thread_nobody_blocks_it() => Loop.Run(async () =>
    {
        var archive = new Archive(new(Second / 2, "a"), new(Second / 2, "b"), new(Second / 2, null)) { CleanUp = Second / 4 };
        var ticker = new Ticker();
        var ticking = ticker.RunAsync(25);

        await Hearing.OfAsync(archive, Catalogue.ReadAsync(archive.Open), _ => Second / 2);
        await ticking;

        Claim.That(
            ticker.LongestGap == Ticker.Period,
            "The listener's only thread was blocked while a page was fetched: await it, and never call Wait or Result.");
    });

    /// <summary>Three pages that are there after a turn of the pool.</summary>
    private sealed class Shelf : IPages
    {
        public async Task<IReadOnlyList<string>?> GetAsync(int page, CancellationToken token)
        {
            await Task.Yield();
            return page < 3 ? [$"{page}"] : null;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
