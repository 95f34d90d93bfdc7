using Interleaving.NUnit;

namespace ConcurrencyKatas.BoundedFetch.Suite;

[TestFixture]
public sealed class PermitsReleasedTests
{
    private const string Criterion = "permits-released";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private const string FailureHidden = "A fetch failed, and what the caller got was not the exception that it threw.";

    private const string NotAllTried =
        "A fetch failed, and not every other page was asked for exactly once: a failure stops nobody else, and gives its permit back.";

    /// <summary>An answer that lets one too many in all the time is for <see cref="AtMostNTests"/>.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task After_failures_the_rest_is_fetched_within_the_limit()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 6)];
        Exception[] failures = [new IOException("not there"), new TimeoutException("not in time")];
        var calm = new Server(2, ids.Length, _ => Second);
        await Fetcher.FetchAllAsync(ids.Copy(), 2, calm.FetchAsync);
        var server = new Server(2, ids.Length, _ => Second)
        {
            Failure = id => id < ids[2] ? failures[id - ids[0]] : null,
        };

        var outcome = await Call.OutcomeAsync(ids, 2, server.FetchAsync);

        // Several failed: one of the failures, or all of them together; each the very object that was thrown.
        Claim.That(
            failures.Contains(outcome) || (outcome is AggregateException all && all.Flatten().InnerExceptions.All(failures.Contains)),
            FailureHidden);

        var seen = server.Observe();
        Claim.That(seen.Asked.Order().SequenceEqual(ids), NotAllTried);
        Claim.That(
            seen.Peak <= Math.Clamp(calm.Observe().Peak, 2, 3),
            "More were in flight than may be, among fetches that fail: each fetch gives back one permit, whether it fails or not.");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_fetch_that_throws_before_its_first_await_gives_its_permit_back()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 3)];
        var server = new Server(1, ids.Length - 1, _ => Second);

        var failure = new IOException("no such address");

        var outcome = await Call.OutcomeAsync(ids, 1, (id, token) => id == ids[0] ? throw failure : server.FetchAsync(id, token));

        Claim.That(ReferenceEquals(outcome, failure), FailureHidden);
        Claim.That(server.Observe().Asked.Order().SequenceEqual(ids[1..]), NotAllTried);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_fetch_that_gives_up_by_itself_gives_its_permit_back()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 4)];
        var server = new Server(1, ids.Length, _ => Second)
        {
            Failure = id => id == ids[1] ? new TaskCanceledException("timed out") : null,
        };

        Claim.That(await Call.OutcomeAsync(ids, 1, server.FetchAsync) is OperationCanceledException, FailureHidden);
        Claim.That(server.Observe().Asked.Order().SequenceEqual(ids), NotAllTried);
    }

    /// <summary>A failure in each of three places: the first page, the last one, and all of them.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_failure_ends_the_call_when_all_the_others_have_ended([Values(Place.First, Place.Last, Place.All)] Place place)
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 5)];
        var failure = new IOException("not there");
        var server = new Server(2, ids.Length, _ => Second)
        {
            Failure = id => place == Place.All || id == (place == Place.First ? ids[0] : ids[^1]) ? failure : null,
        };

        var outcome = await Call.OutcomeAsync(ids, 2, server.FetchAsync);

        var seen = server.Observe();
        Claim.That(
            ReferenceEquals(outcome, failure) || (outcome is AggregateException all && all.Flatten().InnerExceptions.All(one => one == failure)),
            FailureHidden);
        Claim.That(seen.Asked.Order().SequenceEqual(ids), NotAllTried);
        Claim.That(seen.InFlight == 0, "The caller was told of the failure while other fetches were still in flight.");
    }

    public enum Place
    {
        First,
        Last,
        All,
    }
}
