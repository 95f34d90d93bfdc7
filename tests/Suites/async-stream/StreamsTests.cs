using Interleaving.NUnit;

namespace ConcurrencyKatas.AsyncStream.Suite;

[TestFixture]
public sealed class StreamsTests
{
    private const string Criterion = "streams";

    private const string Late = "An item did not come out as soon as its page was there and the one before it had been heard: hand on what is there.";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task The_first_item_comes_when_the_first_page_is_there()
    {
        var reels = Inputs.Draw().Of(3, Second);
        var archive = new Archive(reels);

        var hearing = await Hearing.OfAsync(archive, Catalogue.ReadAsync(archive.Open), _ => Second);

        Claim.That(hearing.Error is null && hearing.Heard.SequenceEqual(reels.Items()), Wording.Items);
        Claim.That(hearing.Items[0].At == reels[0].Fetch, Late);
    }

    /// <summary>Pages that come faster than they are heard, as fast, and slower.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Each_item_comes_at_its_instant([Values(1, 4, 7)] int quarters, [Values(1, 2, 5)] int pages)
    {
        var draw = Inputs.Draw();
        var reels = draw.Of(pages, quarters * Second);
        var times = reels.Items().ToDictionary(item => item, _ => draw.About(2 * Second));
        var archive = new Archive(reels);

        var hearing = await Hearing.OfAsync(archive, Catalogue.ReadAsync(archive.Open), item => times[item]);

        Claim.That(hearing.Error is null && hearing.Heard.SequenceEqual(reels.Items()), Wording.Items);
        Claim.That(hearing.Items.Select(item => item.At).SequenceEqual(Timetable.Of(reels, item => times[item]).Items), Late);
    }

    /// <summary>A page without an item is not the end.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_page_without_items_is_passed_over([Values(0, 1, 2)] int empty)
    {
        var reels = Inputs.Draw().Of(3, Second);
        reels[empty] = new Reel(Second);
        var archive = new Archive(reels);

        var hearing = await Hearing.OfAsync(archive, Catalogue.ReadAsync(archive.Open), _ => Second / 2);

        Claim.That(hearing.Error is null && hearing.Heard.SequenceEqual(reels.Items()), Wording.Items);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task An_archive_without_pages_has_no_items()
    {
        var archive = new Archive(new Reel(Second, null));

        var hearing = await Hearing.OfAsync(archive, Catalogue.ReadAsync(archive.Open), _ => Second);

        Claim.That(hearing is { Error: null, Items: [] } && archive.Requests.Length == 1, Wording.Items);
    }

    /// <summary>Whoever leaves early has not paid for the whole archive.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Of_many_pages_only_those_that_are_heard_are_fetched()
    {
        var archive = new Archive([.. Enumerable.Range(0, 40).Select(page => new Reel(Second, $"reel {page}"))]);

        await Hearing.OfAsync(archive, Catalogue.ReadAsync(archive.Open), _ => Second, leaveAfter: 2);

        Claim.That(archive.Requests.Length <= 3, "The listener left after two pages, and more than the one after them had been asked for.");
    }
}
