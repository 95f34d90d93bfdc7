using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.BoundedFetch.Suite;

[TestFixture]
public sealed class BoundedFetchSuite
{
    private const string AtMostN = "at-most-n";
    private const string WorkConserving = "work-conserving";
    private const string InputOrder = "input-order";
    private const string PermitsReleased = "permits-released";
    private const string Cancellation = "cancellation";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(AtMostN)]
    public async Task Fetches_of_one_length_never_exceed_the_limit()
    {
        var draw = Inputs.Draw();
        int limit = draw.Next(2, 4), first = draw.Next(100, 900);
        int[] ids = [.. Enumerable.Range(first, limit + 3)];
        var server = new Server(limit, ids.Length, _ => Second);

        await Fetcher.FetchAllAsync(ids, limit, server.FetchAsync);

        StaysWithin(limit, ids, server.Observe());
    }

    [Test, Interleaved, Category(AtMostN)]
    public async Task Fetches_of_many_lengths_never_exceed_the_limit()
    {
        var draw = Inputs.Draw();
        int[] ids = [.. Enumerable.Range(draw.Next(100, 900), 7)];
        var lengths = ids.ToDictionary(id => id, _ => TimeSpan.FromMilliseconds(draw.Next(1, 5) * 100));
        var server = new Server(3, ids.Length, id => lengths[id]);

        await Fetcher.FetchAllAsync(ids, 3, server.FetchAsync);

        StaysWithin(3, ids, server.Observe());
    }

    [Test, Interleaved, Category(AtMostN)]
    public async Task A_limit_of_one_means_one_after_the_other()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 3)];
        var server = new Server(1, ids.Length, _ => Second);

        await Fetcher.FetchAllAsync(ids, 1, server.FetchAsync);

        StaysWithin(1, ids, server.Observe());
    }

    [Test, Interleaved, Category(WorkConserving)]
    public async Task Equal_fetches_take_exactly_as_many_rounds_as_the_permits_need()
    {
        var draw = Inputs.Draw();
        int limit = draw.Next(2, 4), rounds = draw.Next(2, 4);
        int[] ids = [.. Enumerable.Range(draw.Next(100, 900), (limit * (rounds - 1)) + 1)];
        var server = new Server(limit, ids.Length, _ => Second);

        await Fetcher.FetchAllAsync(ids, limit, server.FetchAsync);

        var seen = server.Observe();
        Claim.That(seen.Elapsed <= rounds * Second, "Too slow: a permit lay idle while pages were left to fetch.");
        Claim.That(
            seen.Elapsed == rounds * Second,
            "Too fast to be true: this is sooner than so many permits can do it, so the limit was not kept.");
    }

    [Test, Interleaved, Category(WorkConserving)]
    public async Task A_permit_that_is_given_back_is_used_at_once()
    {
        var draw = Inputs.Draw();
        int[] ids = [.. Enumerable.Range(draw.Next(100, 900), 6)];
        var slow = ids[draw.Next(0, 2)];
        var server = new Server(2, ids.Length, id => id == slow ? 4 * Second : Second);

        await Fetcher.FetchAllAsync(ids, 2, server.FetchAsync);

        Claim.That(
            server.Observe().Idle == TimeSpan.Zero,
            "A permit lay idle while pages were left to fetch: one slow page held the others up. As soon as any fetch ends, "
            + "the next one must begin.");
    }

    [Test, Interleaved, Category(WorkConserving)]
    public async Task Fewer_pages_than_permits_are_fetched_all_at_once()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 3)];
        var server = new Server(10, ids.Length, _ => Second);

        await Fetcher.FetchAllAsync(ids, 10, server.FetchAsync);

        Claim.That(server.Observe().Elapsed == Second, "There was a permit for every page, and yet some had to wait.");
    }

    [Test, Interleaved, Category(WorkConserving)]
    public async Task Waiting_for_a_permit_holds_no_thread_up()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 3)];
        var server = new Server(1, ids.Length, _ => Second);
        var watch = Stopwatch.StartNew();

        var all = Fetcher.FetchAllAsync(ids, 1, server.FetchAsync);
        var blocked = watch.Elapsed;
        await all;

        Claim.That(
            blocked == TimeSpan.Zero,
            "The call blocked its caller while it waited: an async method gives its task back at once, and awaits a permit "
            + "instead of blocking for it.");
    }

    [Test, Interleaved, Category(InputOrder)]
    public async Task Results_stand_where_their_ids_stand_when_the_last_come_first()
    {
        var first = Inputs.Draw().Next(100, 900);
        int[] ids = [first + 30, first + 20, first + 10, first];
        var server = new Server(4, ids.Length, id => (id - first + 1) * Second);

        ComesInOrder(await Fetcher.FetchAllAsync(ids, 4, server.FetchAsync), ids);
    }

    [Test, Interleaved, Category(InputOrder)]
    public async Task Results_stand_where_their_ids_stand_when_an_id_comes_twice()
    {
        var draw = Inputs.Draw();
        int once = draw.Next(100, 500), twice = draw.Next(500, 900);
        int[] ids = [twice, once, twice];
        var server = new Server(2, ids.Length, id => id == twice ? 2 * Second : Second);

        ComesInOrder(await Fetcher.FetchAllAsync(ids, 2, server.FetchAsync), ids);
    }

    [Test, Interleaved, Category(InputOrder)]
    public async Task No_ids_give_no_pages()
    {
        ComesInOrder(await Fetcher.FetchAllAsync([], 2, (id, _) => Task.FromResult(Server.Page(id))), []);
    }

    [Test, Interleaved, Category(PermitsReleased)]
    public async Task After_failures_the_rest_is_fetched_within_the_limit()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 6)];
        var server = new Server(2, ids.Length, _ => Second)
        {
            Failure = id => id < ids[2] ? new IOException($"{id} is not there") : null,
        };

        Claim.That(await Outcome(ids, 2, server.FetchAsync) is IOException, FailureHidden);

        var seen = server.Observe();
        Claim.That(seen.Asked.Order().SequenceEqual(ids), NotAllTried);
        Claim.That(
            seen.Peak <= 2,
            "More were in flight than may be, among fetches that fail. If the limit holds without failures, a failed fetch "
            + "gives its permit back twice.");
    }

    [Test, Interleaved, Category(PermitsReleased)]
    public async Task A_fetch_that_throws_before_its_first_await_gives_its_permit_back()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 3)];
        var server = new Server(1, ids.Length - 1, _ => Second);

        var outcome = await Outcome(ids, 1, (id, token) =>
            id == ids[0] ? throw new IOException("no such address") : server.FetchAsync(id, token));

        Claim.That(outcome is IOException, FailureHidden);
        Claim.That(server.Observe().Asked.Order().SequenceEqual(ids[1..]), NotAllTried);
    }

    [Test, Interleaved, Category(PermitsReleased)]
    public async Task A_fetch_that_gives_up_by_itself_gives_its_permit_back()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 4)];
        var server = new Server(1, ids.Length, _ => Second)
        {
            Failure = id => id == ids[1] ? new TaskCanceledException("timed out") : null,
        };

        Claim.That(await Outcome(ids, 1, server.FetchAsync) is OperationCanceledException, FailureHidden);
        Claim.That(server.Observe().Asked.Order().SequenceEqual(ids), NotAllTried);
    }

    [Test, Interleaved, Category(Cancellation)]
    public async Task Cancellation_ends_what_runs_and_what_waits_at_once()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 6)];
        var server = new Server(2, ids.Length, _ => Second);
        using var cancellation = new CancellationTokenSource(1.5 * Second);

        var outcome = await Outcome(ids, 2, server.FetchAsync, cancellation.Token);

        var seen = server.Observe();
        Claim.That(outcome is OperationCanceledException, Swallowed);
        Claim.That(
            seen.Elapsed == 1.5 * Second,
            "The call did not end when it was cancelled: does the token reach the fetch, and the wait for a permit?");
        Claim.That(seen.InFlight == 0, Zombies);
    }

    [Test, Interleaved, Category(Cancellation)]
    public async Task A_cancelled_call_ends_after_its_fetches_have_cleaned_up()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 4)];
        var server = new Server(2, ids.Length, _ => Second) { CleanUp = Second / 4 };
        using var cancellation = new CancellationTokenSource(Second / 2);

        var outcome = await Outcome(ids, 2, server.FetchAsync, cancellation.Token);

        Claim.That(outcome is OperationCanceledException, Swallowed);
        Claim.That(server.Observe().InFlight == 0, Zombies);
    }

    [Test, Interleaved, Category(Cancellation)]
    public async Task After_cancellation_no_further_fetch_begins()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 8)];
        var server = new Server(2, ids.Length, _ => Second) { Deaf = true };
        using var cancellation = new CancellationTokenSource(1.5 * Second);

        var outcome = await Outcome(ids, 2, server.FetchAsync, cancellation.Token);

        var seen = server.Observe();
        Claim.That(outcome is OperationCanceledException, Swallowed);
        Claim.That(seen.InFlight == 0, Zombies);
        Claim.That(
            seen.LastAsked <= 1.5 * Second,
            "A fetch began after the cancellation: whoever waits for a permit must stop waiting when the token is cancelled.");
    }

    [Test, Interleaved, Category(Cancellation)]
    public async Task A_token_that_is_cancelled_already_lets_nothing_begin()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 3)];
        var server = new Server(2, ids.Length, _ => Second) { Deaf = true };

        var outcome = await Outcome(ids, 2, server.FetchAsync, new CancellationToken(canceled: true));

        Claim.That(outcome is OperationCanceledException, Swallowed);
        Claim.That(server.Observe().Asked is [], "The token was cancelled from the start, and yet a fetch began.");
    }

    private const string FailureHidden = "A fetch failed, and the caller was not told so with the failure itself.";

    private const string NotAllTried =
        "One fetch failed, and others were never tried, or twice: the failed one must give its permit back, and no more than it.";

    private const string Swallowed =
        "The call was cancelled and ended as if nothing had happened: cancelled is not done, OperationCanceledException must come out.";

    private const string Zombies =
        "The call was over while fetches were still in flight: whoever starts something must see it end, cancelled or not.";

    private static void StaysWithin(int limit, int[] ids, Observation seen)
    {
        Claim.That(
            seen.Peak <= limit,
            "More were in flight at once than the limit allows: a fetch may begin only with a permit in its hand.");
        Claim.That(seen.Asked.Order().SequenceEqual(ids), "Every page must be fetched, and once only.");
    }

    private static void ComesInOrder(string[] pages, int[] ids) => Claim.That(
        pages.SequenceEqual(ids.Select(Server.Page)),
        "The results are not in the order of the ids: a result goes where its id stands, not where it arrives.");

    private static async Task<Exception?> Outcome(
        int[] ids, int limit, Func<int, CancellationToken, Task<string>> fetch, CancellationToken cancellationToken = default)
    {
        try
        {
            await Fetcher.FetchAllAsync(ids, limit, fetch, cancellationToken);
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }
}
