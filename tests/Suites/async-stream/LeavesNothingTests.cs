using Interleaving.NUnit;

namespace ConcurrencyKatas.AsyncStream.Suite;

[TestFixture]
public sealed class LeavesNothingTests
{
    private const string Criterion = "leaves-nothing";

    private const string NotUnderWay =
        "The listener left at an item, and the page after that item's had not been asked for: the request ahead starts before the first item is given out.";

    private const string NotCancelled =
        "The listener left, and the request ahead was not cancelled at that instant. Nobody wants its page any more: cancel it, and then await its end.";

    private const string NotTheFailure =
        "What came out was not the very exception that was thrown: the listener's own when the listener fails, the archive's when a page does. What the request "
        + "ahead ends with after that is nobody's concern.";

    private const string TooEarly = "A request failed, and not every item before it was heard first: the page in hand is complete, and the failure has its place after it.";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>On the first item, in the middle, and on the last: the request ahead is under way each time.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Whoever_leaves_takes_the_request_ahead_with_them([Values(1, 2, 3)] int after, [Values] bool throws)
    {
        var draw = Inputs.Draw();
        var archive = new Archive(
            new(draw.About(Second), "a"), new(Second, "b"), new(Second, "c") { FailureOnTheWayOut = new IOException("torn") },
            new(Second, null) { FailureOnTheWayOut = new IOException("torn") })
        {
            CleanUp = Second / 4,
        };
        var failure = throws ? new InvalidOperationException("had enough") : null;

        var hearing = await Hearing.OfAsync(archive, Catalogue.ReadAsync(archive.Open), _ => Second / 2, after, failure);

        Claim.That(hearing.Error == failure, NotTheFailure);
        Claim.That(archive.Requests.Length > after, NotUnderWay);
        Claim.That(archive.Cancelled.SequenceEqual([hearing.Items[^1].At + (Second / 2)]), NotCancelled);
        await IsOverAsync(archive);
    }

    /// <summary>The page ahead is there; there is nothing to cancel, and a session to close.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Whoever_leaves_when_the_page_ahead_is_there_closes_the_session([Values] bool throws)
    {
        var archive = new Archive(Inputs.Draw().Of(4, Second / 4)) { CleanUp = Second / 4 };
        var failure = throws ? new InvalidOperationException("had enough") : null;

        var hearing = await Hearing.OfAsync(archive, Catalogue.ReadAsync(archive.Open), _ => 2 * Second, leaveAfter: 2, failure);

        Claim.That(hearing.Error == failure, NotTheFailure);
        await IsOverAsync(archive);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_request_that_does_not_listen_is_waited_for([Values] bool fails)
    {
        var archive = new Archive(new(Second, "a"), new(5 * Second, "b") { Deaf = true, Failure = fails ? new IOException("torn") : null });

        var hearing = await Hearing.OfAsync(archive, Catalogue.ReadAsync(archive.Open), _ => Second, leaveAfter: 1);

        Claim.That(hearing.Error is null, NotTheFailure);
        await IsOverAsync(archive);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task After_the_last_page_the_session_is_closed()
    {
        var archive = new Archive(Inputs.Draw().Of(2, Second)) { CleanUp = Second / 4 };

        await Hearing.OfAsync(archive, Catalogue.ReadAsync(archive.Open), _ => Second);

        await IsOverAsync(archive);
    }

    /// <summary>The first page, one in the middle, and the last; it fails at once, or after a while, before or after the listener is ready for it.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_failure_comes_after_all_that_came_before_it([Values(0, 1, 3)] int failing, [Values(0, 1, 4)] int halves)
    {
        var reels = Inputs.Draw().Of(3, Second);
        var failure = new IOException("torn");
        reels[failing] = new Reel(halves * Second / 2, "never heard") { Failure = failure, ThrowsAtOnce = halves == 0 };
        var archive = new Archive(reels) { CleanUp = Second / 4 };

        var hearing = await Hearing.OfAsync(archive, Catalogue.ReadAsync(archive.Open), _ => Second);

        Claim.That(hearing.Heard.SequenceEqual(reels[..failing].Items()), TooEarly);
        Claim.That(ReferenceEquals(hearing.Error, failure), NotTheFailure);
        Claim.That(archive.Requests.Length == failing + 1, "A request failed, and another one followed it.");
        await IsOverAsync(archive);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_session_that_cannot_be_opened_is_not_closed()
    {
        var failure = new IOException("the archive is shut");

        var seen = await Caught.ByAsync(async () =>
        {
            await foreach (var item in Catalogue.ReadAsync(() => throw failure))
                Claim.That(item.Length < 0, Wording.Items);
        });

        Claim.That(ReferenceEquals(seen, failure), NotTheFailure);
    }

    /// <summary>An enumerator that is disposed twice has closed its session once.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Leaving_twice_closes_once()
    {
        var archive = new Archive(Inputs.Draw().Of(2, Second)) { CleanUp = Second / 4 };
        var enumerator = Catalogue.ReadAsync(archive.Open).GetAsyncEnumerator();

        await enumerator.MoveNextAsync();
        await enumerator.DisposeAsync();
        await enumerator.DisposeAsync();

        await IsOverAsync(archive);
    }

    private static async Task IsOverAsync(Archive archive)
    {
        Claim.That(archive.Running == 0, Wording.Zombies);
        Claim.That(archive.Misused == 0, Wording.Busy);
        Claim.That(archive.ClosedAgain == 0, Wording.ClosedTwice);
        Claim.That(archive.Opened == 1 && archive.Closed == 1, Wording.NotClosed);
        Claim.That(await archive.Activity.AfterwardsAsync() == 0, Wording.Zombies);
    }
}
