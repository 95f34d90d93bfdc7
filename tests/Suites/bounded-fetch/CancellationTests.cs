using Interleaving.NUnit;

namespace ConcurrencyKatas.BoundedFetch.Suite;

[TestFixture]
public sealed class CancellationTests
{
    private const string Criterion = "cancellation";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private const string Zombies =
        "The call returned while fetches were still in flight. Await everything that you start, cancelled or not.";

    private const string Begun =
        "A fetch began after the token had been cancelled. A wait for a permit must end when the token is cancelled, and must not give back a permit "
        + "that it never had: that would let another one in.";

    private const string TooMany =
        "When the token was cancelled, more fetches were in flight than before. A wait that is cancelled has no permit to give back, so it belongs "
        + "before the try.";

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
        Claim.That(seen.LastAsked < 1.5 * Second, Begun);
    }

    /// <summary>Three instants, none of them that of another event: in the first round, the second, and the third.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task At_the_instant_of_the_cancellation_nothing_begins([Values(0, 1, 2)] int round)
    {
        var draw = Inputs.Draw();
        int limit = draw.Next(2, 4);
        int[] ids = [.. Enumerable.Range(draw.Next(100, 900), 6 * limit)];
        var server = new Server(limit, ids.Length, _ => Second) { Deaf = true };
        var at = (round + (draw.Next(1, 9) / 10.0)) * Second;
        using var cancellation = new CancellationTokenSource(at);

        var outcome = await Call.OutcomeAsync(ids, limit, server.FetchAsync, cancellation.Token);

        var seen = server.Observe();
        EndsCancelled(outcome);
        Claim.That(seen.LastAsked < at, Begun);
        Claim.That(seen.Elapsed == (round + 1) * Second && seen.InFlight == 0, Zombies);
    }

    /// <summary>At the very instant at which pages end, those who got their permits may begin or not; the limit holds in either case.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_cancellation_at_the_end_of_a_page_breaks_no_limit()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 7)];
        var server = new Server(2, ids.Length, _ => Second) { Deaf = true };
        using var cancellation = new CancellationTokenSource(Second);

        var call = Call.OutcomeAsync(ids, 2, server.FetchAsync, cancellation.Token);
        await Task.Delay(Second / 2);
        var before = server.Observe().Peak;
        var outcome = await call;

        var seen = server.Observe();
        EndsCancelled(outcome);
        Claim.That(seen.Peak <= before, TooMany);
        Claim.That(seen.LastAsked <= Second, Begun);
        Claim.That(seen.InFlight == 0, Zombies);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task One_call_that_is_cancelled_leaves_another_alone()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 4)];
        Server given = new(2, ids.Length, _ => Second), kept = new(2, ids.Length, _ => Second);
        using var cancellation = new CancellationTokenSource(Second / 2);

        var stopped = Call.OutcomeAsync(ids, 2, given.FetchAsync, cancellation.Token);
        var outcome = await Call.OutcomeAsync(ids, 2, kept.FetchAsync);
        EndsCancelled(await stopped);

        Claim.That(
            outcome is null && kept.Observe().Asked.Order().SequenceEqual(ids),
            "One call was cancelled, and a different call, with its own token, did not fetch all its pages.");
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
        Claim.That(seen.LastAsked < 1.5 * Second, Begun);
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
            "The call was cancelled, and what came out was no OperationCanceledException.");
    }
}
