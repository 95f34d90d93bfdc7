using Interleaving.NUnit;

namespace ConcurrencyKatas.BoundedFetch.Suite;

[TestFixture]
public sealed class PermitsReleasedTests
{
    private const string Criterion = "permits-released";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private const string FailureHidden = "A fetch failed, and the caller was not told so with the failure itself.";

    private const string NotAllTried =
        "One fetch failed, and others were never tried, or twice: the failed one must give its permit back, and no more than it.";

    [Test, Interleaved, Category(Criterion)]
    public async Task After_failures_the_rest_is_fetched_within_the_limit()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 6)];
        var server = new Server(2, ids.Length, _ => Second)
        {
            Failure = id => id < ids[2] ? new IOException($"{id} is not there") : null,
        };

        var outcome = await Call.OutcomeAsync(ids, 2, server.FetchAsync);

        // Several failed: one of the failures, or all of them together.
        Claim.That(
            outcome is IOException || (outcome is AggregateException all && all.Flatten().InnerExceptions.All(one => one is IOException)),
            FailureHidden);

        var seen = server.Observe();
        Claim.That(seen.Asked.Order().SequenceEqual(ids), NotAllTried);
        Claim.That(
            seen.Peak <= 2,
            "More were in flight than may be, among fetches that fail. If the limit holds without failures, a failed fetch "
            + "gives its permit back twice.");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_fetch_that_throws_before_its_first_await_gives_its_permit_back()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 3)];
        var server = new Server(1, ids.Length - 1, _ => Second);

        var outcome = await Call.OutcomeAsync(ids, 1, (id, token) =>
            id == ids[0] ? throw new IOException("no such address") : server.FetchAsync(id, token));

        Claim.That(outcome is IOException, FailureHidden);
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
}
