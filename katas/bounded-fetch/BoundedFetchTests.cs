using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.BoundedFetch;

// Under [Interleaved] the clock is virtual: nothing here takes a second, and 3 s means exactly 3 s.
[TestFixture]
public sealed class BoundedFetchTests
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    [Test, Interleaved]
    public async Task Every_page_is_fetched()
    {
        var pages = await Fetcher.FetchAllAsync([1, 2, 3], 2, (id, _) => Task.FromResult($"page {id}"));

        pages.ShouldBe(["page 1", "page 2", "page 3"], "Every id must be fetched once.");
    }

    [Test, Interleaved]
    public async Task Pages_come_in_the_order_of_their_ids()
    {
        var pages = await Fetcher.FetchAllAsync([1, 2, 3], 3, FetchFasterAndFasterAsync);

        pages.ShouldBe(
            ["page 1", "page 2", "page 3"],
            "Page 3 arrived first, but it belongs at the end: each result goes where its id is.");

        async Task<string> FetchFasterAndFasterAsync(int id, CancellationToken cancellationToken)
        {
            await Task.Delay(OneSecond / id, cancellationToken);
            return $"page {id}";
        }
    }

    [Test, Interleaved]
    public async Task Never_more_than_two_are_in_flight_at_once()
    {
        int inFlight = 0, tooMany = 0;

        await Fetcher.FetchAllAsync([1, 2, 3, 4, 5], 2, FetchAndCountAsync);

        tooMany.ShouldBe(0, "The server copes with two requests at once: every other fetch must wait for a permit before it starts.");

        async Task<string> FetchAndCountAsync(int id, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref inFlight) > 2)
                Interlocked.Increment(ref tooMany);
            var page = await FetchAsync(id, cancellationToken);
            Interlocked.Decrement(ref inFlight);
            return page;
        }
    }

    [Test, Interleaved]
    public async Task Five_fetches_of_a_second_through_two_permits_take_exactly_three_seconds()
    {
        (await TimeOfFive(limit: 1)).ShouldBe(5 * OneSecond, "With one permit the five go one by one.");
        (await TimeOfFive(limit: 2)).ShouldBe(
            3 * OneSecond,
            "With two permits the five go two, two, one. Longer means that a permit lay idle while pages were left. "
            + "Shorter means that too many were in flight.");
    }

    [Test, Interleaved]
    public async Task Two_calls_have_each_their_own_limit()
    {
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(Fetcher.FetchAllAsync([1, 2, 3], 1, FetchAsync), Fetcher.FetchAllAsync([4, 5, 6], 3, FetchAsync));

        watch.Elapsed.ShouldBe(3 * OneSecond, "The call with one permit needs 3 s, however many permits the other call has.");
    }

    [Test, Interleaved]
    public async Task A_failed_fetch_gives_its_permit_back()
    {
        var fetched = 0;
        var failure = new IOException("Page 1 is not there.");

        var all = Fetcher.FetchAllAsync([1, 2, 3], 1, FetchAllButTheFirstAsync);

        var seen = await Should.ThrowAsync<IOException>(all, "The caller must see the failure.");
        seen.ShouldBeSameAs(failure, "The caller should get the exception that the fetch threw.");
        fetched.ShouldBe(3, "One page failed; the other two must still be fetched, with the permit that it held.");

        async Task<string> FetchAllButTheFirstAsync(int id, CancellationToken cancellationToken)
        {
            var page = await FetchAsync(id, cancellationToken);
            Interlocked.Increment(ref fetched);
            return id == 1 ? throw failure : page;
        }
    }

    [Test, Interleaved]
    public async Task Cancellation_reaches_those_that_run_and_those_that_wait()
    {
        var watch = Stopwatch.StartNew();
        using var cancellation = new CancellationTokenSource(OneSecond / 2);

        var all = Fetcher.FetchAllAsync([1, 2, 3], 1, FetchAsync, cancellation.Token);

        await Should.ThrowAsync<OperationCanceledException>(all, "A cancelled call has not done its work, so the caller must see the cancellation.");
        watch.Elapsed.ShouldBe(OneSecond / 2, "Fetches that run and fetches that wait must see the cancellation at once.");
    }

    [Test, Interleaved]
    public async Task A_token_that_is_cancelled_before_the_start_lets_nothing_begin()
    {
        var begun = 0;

        var all = Fetcher.FetchAllAsync([1, 2, 3], 2, FetchWithoutListeningAsync, new CancellationToken(canceled: true));

        await Should.ThrowAsync<OperationCanceledException>(all, "A cancelled call has not done its work, so the caller must see the cancellation.");
        begun.ShouldBe(0, "The token was cancelled before the call, but a fetch began anyway.");

        async Task<string> FetchWithoutListeningAsync(int id, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref begun);
            return await FetchAsync(id, CancellationToken.None);
        }
    }

    private static async Task<TimeSpan> TimeOfFive(int limit)
    {
        var watch = Stopwatch.StartNew();
        await Fetcher.FetchAllAsync([1, 2, 3, 4, 5], limit, FetchAsync);
        return watch.Elapsed;
    }

    private static async Task<string> FetchAsync(int id, CancellationToken cancellationToken)
    {
        await Task.Delay(OneSecond, cancellationToken);
        return $"page {id}";
    }
}
