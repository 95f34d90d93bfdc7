using System.Collections.Concurrent;
using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.AsyncStream;

// Under [Interleaved] the clock is virtual: nothing here takes a second, and 4 s means exactly 4 s.
[TestFixture]
public sealed class AsyncStreamTests
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly ConcurrentQueue<string> _events = new();

    [Test, Interleaved]
    public async Task The_first_reel_plays_as_soon_as_it_is_there()
    {
        await foreach (var item in Catalogue.ReadAsync(Open))
        {
            item.ShouldBe("reel 0");
            _watch.Elapsed.ShouldBe(OneSecond, "Reel 0 was there at 1 s: hand on what is there, and do not carry the whole archive upstairs first.");
            break;
        }
    }

    [Test, Interleaved]
    public async Task While_one_reel_plays_the_next_one_is_fetched()
    {
        await foreach (var item in Catalogue.ReadAsync(Open))
            await PlayAsync(item);

        _watch.Elapsed.ShouldBe(4 * OneSecond, "Fetching takes 4 s, the answer \"no more\" included, and playing fits beside it.");
        Did(["asked for 0 at 0 s", "asked for 1 at 1 s", "asked for 2 at 2 s", "asked for 3 at 3 s"], "The next page must be asked for as soon as the current one begins to play.");
    }

    [Test, Interleaved]
    public async Task One_reel_ahead_is_enough()
    {
        await foreach (var item in Catalogue.ReadAsync(Open))
        {
            if (item == "reel 0")
                await Task.Delay(60 * OneSecond);
            else
                break;
        }

        Did(
            ["asked for 0 at 0 s", "asked for 1 at 1 s", "asked for 2 at 61 s"],
            "Reel 1 is fetched while reel 0 plays; reel 2 must wait until reel 0 has been heard, however long that takes.");
    }

    [Test, Interleaved]
    public async Task A_stream_is_cold()
    {
        var stream = Catalogue.ReadAsync(Open);
        await Task.Delay(OneSecond);
        _events.ShouldBeEmpty("Nobody listens yet, so nothing may be opened.");

        await foreach (var item in stream)
            break;
        await foreach (var item in stream)
            break;

        Did(["opened at 1 s", "opened at 2 s"], "Each enumeration opens a session of its own, at its first step.");
    }

    [Test, Interleaved]
    public async Task Whoever_leaves_leaves_nothing_behind()
    {
        await foreach (var item in Catalogue.ReadAsync(Open))
        {
            await Task.Delay(OneSecond / 2);
            break;
        }

        _events.ToArray().ShouldBe(
            ["opened at 0 s", "asked for 0 at 0 s", "asked for 1 at 1 s", "request 1 cancelled at 1.5 s", "closed at 1.5 s"],
            "The listener leaves at 1.5 s: the request ahead is cancelled and awaited, and then the session is closed, once.");
    }

    [Test, Interleaved]
    public async Task A_torn_reel_is_heard_of_in_its_place()
    {
        var failure = new IOException("torn");
        List<string> played = [];

        var listening = ListenAsync();

        var seen = await Should.ThrowAsync<IOException>(listening, "The listener must hear of the torn reel.");
        seen.ShouldBeSameAs(failure, "The listener should get the exception that the archive threw.");
        played.ShouldBe(["reel 0", "reel 1"], "Reels 0 and 1 were whole, and must be played before the failure comes out.");
        Did(["closed at 3 s"], "A failure ends the enumeration as well, so the session must be closed, once.");

        async Task ListenAsync()
        {
            await foreach (var item in Catalogue.ReadAsync(() => new Archive(this) { Torn = (2, failure) }))
            {
                await PlayAsync(item);
                played.Add(item);
            }
        }
    }

    [Test, Interleaved]
    public async Task A_listener_can_cancel_by_argument_and_by_WithCancellation()
    {
        using var cancellation = new CancellationTokenSource(0.5 * OneSecond);

        foreach (var stream in (IAsyncEnumerable<string>[])[Catalogue.ReadAsync(Open, cancellation.Token), Catalogue.ReadAsync(Open)])
        {
            var seen = await Should.ThrowAsync<OperationCanceledException>(ListenAsync(), "A cancelled stream has not reached its end, so the listener must see the cancellation.");
            seen.CancellationToken.ShouldBe(cancellation.Token, "The listener's token was cancelled, not one that you made.");

            async Task ListenAsync()
            {
                await foreach (var item in stream.WithCancellation(cancellation.Token))
                    await PlayAsync(item);
            }
        }

        _events.ToArray().ShouldBe(
            ["opened at 0 s", "asked for 0 at 0 s", "request 0 cancelled at 0.5 s", "closed at 0.5 s"],
            "The first listener cancels at 0.5 s, in the middle of a request. The second had cancelled before the start, so nothing is opened for it.");
    }

    private Archive Open() => new(this);

    private async Task PlayAsync(string reel)
    {
        Note($"{reel} plays");
        await Task.Delay(OneSecond);
    }

    /// <summary>What happened of this kind: the events that begin with the same word.</summary>
    private void Did(string[] expected, string because) =>
        _events.Where(entry => entry.StartsWith(expected[0].Split(' ')[0])).ToArray().ShouldBe(expected, because);

    private void Note(string what) => _events.Enqueue($"{what} at {_watch.Elapsed.TotalSeconds:0.###} s");

    /// <summary>Three reels of one item each; every answer takes a second.</summary>
    private sealed class Archive : IPages
    {
        private readonly AsyncStreamTests _test;

        public Archive(AsyncStreamTests test)
        {
            _test = test;
            _test.Note("opened");
        }

        public (int Page, Exception Failure)? Torn { get; init; }

        public async Task<IReadOnlyList<string>?> GetAsync(int page, CancellationToken token)
        {
            _test.Note($"asked for {page}");
            try
            {
                await Task.Delay(OneSecond, token);
            }
            catch (OperationCanceledException)
            {
                _test.Note($"request {page} cancelled");
                throw;
            }

            if (Torn is { } torn && torn.Page == page)
                throw torn.Failure;
            return page < 3 ? [$"reel {page}"] : null;
        }

        public ValueTask DisposeAsync()
        {
            _test.Note("closed");
            return ValueTask.CompletedTask;
        }
    }
}
