using Interleaving.NUnit;

namespace ConcurrencyKatas.BoundedFetch.Suite;

[TestFixture]
public sealed class CancellationTests
{
    private const string Criterion = "cancellation";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private const string Zombies =
        "The call was over while fetches were still in flight: whoever starts something must see it end, cancelled or not.";

    [Test, Interleaved, Category(Criterion)]
    public async Task Cancellation_ends_what_runs_and_what_waits_at_once()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 6)];
        var server = new Server(2, ids.Length, _ => Second);
        using var cancellation = new CancellationTokenSource(1.5 * Second);

        var outcome = await Call.OutcomeAsync(ids, 2, server.FetchAsync, cancellation.Token);

        var seen = server.Observe();
        EndsCancelled(outcome);
        Claim.That(
            seen.Elapsed == 1.5 * Second,
            "The call did not end when it was cancelled: does the token reach the fetch, and the wait for a permit?");
        Claim.That(seen.InFlight == 0, Zombies);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_cancelled_call_ends_after_its_fetches_have_cleaned_up()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 4)];
        var server = new Server(2, ids.Length, _ => Second) { CleanUp = Second / 4 };
        using var cancellation = new CancellationTokenSource(Second / 2);

        var outcome = await Call.OutcomeAsync(ids, 2, server.FetchAsync, cancellation.Token);

        EndsCancelled(outcome);
        Claim.That(server.Observe().InFlight == 0, Zombies);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task After_cancellation_no_further_fetch_begins()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 8)];
        var server = new Server(2, ids.Length, _ => Second) { Deaf = true };
        using var cancellation = new CancellationTokenSource(1.5 * Second);

        var outcome = await Call.OutcomeAsync(ids, 2, server.FetchAsync, cancellation.Token);

        var seen = server.Observe();
        EndsCancelled(outcome);
        Claim.That(seen.InFlight == 0, Zombies);
        Claim.That(
            seen.LastAsked <= 1.5 * Second,
            "A fetch began after the cancellation: whoever waits for a permit must stop waiting when the token is cancelled.");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_token_that_is_cancelled_already_lets_nothing_begin()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 3)];
        var server = new Server(2, ids.Length, _ => Second) { Deaf = true };

        var outcome = await Call.OutcomeAsync(ids, 2, server.FetchAsync, new CancellationToken(canceled: true));

        EndsCancelled(outcome);
        Claim.That(server.Observe().Asked is [], "The token was cancelled from the start, and yet a fetch began.");
    }

    private static void EndsCancelled(Exception? outcome)
    {
        Claim.That(
            outcome is not null,
            "The call was cancelled and ended as if nothing had happened: cancelled is not done, OperationCanceledException "
            + "must come out.");
        Claim.That(
            outcome is OperationCanceledException,
            "The call was cancelled and something else than OperationCanceledException came out: what went wrong on the way? "
            + "Whoever was cancelled while they waited has no permit to give back.");
    }
}
