using Interleaving.NUnit;

namespace ConcurrencyKatas.AsyncStream.Suite;

[TestFixture]
public sealed class CancellationTests
{
    private const string Criterion = "cancellation";

    private const string NotItsToken =
        "The listener cancelled, and what came out was no OperationCanceledException with the token that was cancelled: not a quiet end, not a failure, and not "
        + "the token of a source of your own.";

    private const string NotPassedOn =
        "The listener cancelled while a request was running, and that request was not cancelled at that instant. The token may come as an argument, or by "
        + "WithCancellation: [EnumeratorCancellation] brings the two together.";

    private const string Begun = "A page was asked for, or a session opened, although the listener had cancelled.";

    private const string YetAnother = "The listener cancelled, and yet another page was begun. A request may end with its page all the same; nobody wants it any more.";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public enum Way
    {
        Argument,
        WithCancellation,
        ArgumentOfTwo,
        WithCancellationOfTwo,
    }

    /// <summary>In the first request, while the first page is heard (the second is under way), and while the listener waits for the third.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_request_hears_of_it_at_once([Values] Way way, [Values(0, 1, 2)] int phase)
    {
        var draw = Inputs.Draw();
        var at = ((int[])[700, 2300, 6200])[phase] * TimeSpan.FromMilliseconds(1) + TimeSpan.FromMilliseconds(draw.Next(0, 500));
        var archive = new Archive(new(2 * Second, "a"), new(3 * Second, "b"), new(3 * Second, "c"), new(Second, null)) { CleanUp = Second / 8 };
        using var cancellation = new CancellationTokenSource(at);
        using var other = new CancellationTokenSource();

        var hearing = await Hearing.OfAsync(archive, Stream(archive, way, cancellation.Token, other.Token), _ => Second);

        Claim.That(hearing.Items.Length <= phase, Wording.HeardAfterwards);
        Claim.That(hearing.Items.Length == phase, Wording.Items);
        Claim.That(archive.Cancelled.SequenceEqual([at]), NotPassedOn);
        Claim.That(archive.Requests.Length == phase + 1, Begun);
        Claim.That(
            hearing.Error is OperationCanceledException seen
            && (way is Way.ArgumentOfTwo or Way.WithCancellationOfTwo || seen.CancellationToken == cancellation.Token),
            NotItsToken);
        Claim.That(archive is { Running: 0, Opened: 1, Closed: >= 1, Misused: 0 }, Wording.NotClosed);
    }

    /// <summary>The page ahead is there already when the listener cancels: nothing more is fetched.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task After_a_cancellation_nothing_more_is_fetched([Values(Way.Argument, Way.WithCancellation)] Way way, [Values(1, 3)] int items)
    {
        var reels = Inputs.Draw().Of(4, Second / 2);
        reels[0] = new Reel(Second, [.. Enumerable.Range(0, items).Select(item => $"long {item}")]);
        var archive = new Archive(reels);
        using var cancellation = new CancellationTokenSource(2.5 * Second);

        var hearing = await Hearing.OfAsync(
            archive, Stream(archive, way, cancellation.Token, CancellationToken.None), item => item.StartsWith('l') ? 3 * Second : Second);

        Claim.That(archive.Requests.Length == 2, Begun);
        Claim.That(hearing.Error is OperationCanceledException seen && seen.CancellationToken == cancellation.Token, NotItsToken);
        Claim.That(hearing.Items.Length <= items, YetAnother);
        Claim.That(archive is { Running: 0, Closed: >= 1, Misused: 0 }, Wording.NotClosed);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_token_that_is_cancelled_already_opens_nothing([Values(Way.Argument, Way.WithCancellation)] Way way)
    {
        var archive = new Archive(Inputs.Draw().Of(2, Second));
        var token = new CancellationToken(canceled: true);

        var hearing = await Hearing.OfAsync(archive, Stream(archive, way, token, CancellationToken.None), _ => Second);

        Claim.That(hearing.Error is OperationCanceledException seen && seen.CancellationToken == token, NotItsToken);
        Claim.That(archive is { Opened: 0, Requests: [] }, Begun);
    }

    /// <summary>A request that does not listen goes on to its end, and its page is no longer wanted.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_request_that_does_not_listen_is_waited_for()
    {
        var archive = new Archive(new(Second, "a"), new(4 * Second, "b") { Deaf = true }, new(Second, "c"));
        using var cancellation = new CancellationTokenSource(3 * Second);

        var hearing = await Hearing.OfAsync(archive, Catalogue.ReadAsync(archive.Open, cancellation.Token), _ => Second);

        Claim.That(archive.Requests.Length == 2, Begun);
        Claim.That(hearing.Items.Length <= 1, YetAnother);
        Claim.That(hearing.Error is OperationCanceledException seen && seen.CancellationToken == cancellation.Token, NotItsToken);
        Claim.That(archive is { Running: 0, Closed: >= 1, Misused: 0 }, Wording.NotClosed);
    }

    /// <summary>A time-out of the archive's own is a failure like any other: neither the end nor a cancellation.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_request_that_gives_up_by_itself_has_failed([Values] bool withToken)
    {
        var failure = new OperationCanceledException("the archive is slow today");
        var archive = new Archive(new(Second, "a"), new(Second, "b") { Failure = failure });
        using var cancellation = new CancellationTokenSource();

        var hearing = await Hearing.OfAsync(archive, Catalogue.ReadAsync(archive.Open, withToken ? cancellation.Token : default), _ => Second);

        Claim.That(
            hearing.Heard is ["a"] && hearing.Error is OperationCanceledException seen && seen.Message == failure.Message,
            "A request gave up by itself, and that was not handed on as the failure that it is.");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task One_listener_who_cancels_leaves_another_alone()
    {
        var reels = Inputs.Draw().Of(3, Second);
        var archive = new Archive(reels);
        var stream = Catalogue.ReadAsync(archive.Open);
        using var cancellation = new CancellationTokenSource(Second / 4);

        var hearings = await Task.WhenAll(
            Hearing.OfAsync(archive, Cancelled(stream, cancellation.Token), _ => Second), Hearing.OfAsync(archive, stream, _ => Second));

        Claim.That(hearings[0].Error is OperationCanceledException, NotItsToken);
        Claim.That(hearings[1].Heard.SequenceEqual(reels.Items()), Wording.Shared);
    }

    private static IAsyncEnumerable<string> Stream(Archive archive, Way way, CancellationToken token, CancellationToken other) => way switch
    {
        Way.Argument => Catalogue.ReadAsync(archive.Open, token),
        Way.WithCancellation => Cancelled(Catalogue.ReadAsync(archive.Open), token),
        Way.ArgumentOfTwo => Cancelled(Catalogue.ReadAsync(archive.Open, token), other),
        Way.WithCancellationOfTwo => Cancelled(Catalogue.ReadAsync(archive.Open, other), token),
    };

    /// <summary>WithCancellation, as a stream that can be handed on.</summary>
    private static IAsyncEnumerable<string> Cancelled(IAsyncEnumerable<string> stream, CancellationToken token) => new WithToken(stream, token);

    private sealed class WithToken(IAsyncEnumerable<string> stream, CancellationToken token) : IAsyncEnumerable<string>
    {
        public IAsyncEnumerator<string> GetAsyncEnumerator(CancellationToken cancellationToken = default) => stream.GetAsyncEnumerator(token);
    }
}
