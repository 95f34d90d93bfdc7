using Interleaving.NUnit;

namespace ConcurrencyKatas.FirstWins.Suite;

[TestFixture]
public sealed class CancellationTests
{
    private const string Criterion = "cancellation";

    private const string NotItsToken =
        "The caller cancelled, and what came out was no OperationCanceledException with the caller's own token: neither an answer nor a failure, and "
        + "not the token of a source of your own.";

    private const string NotPassedOn = "The caller cancelled, and a replica that was running was not cancelled at that instant: link its token to the caller's, and "
        + "block no thread, for the cancellation may be running on it.";

    private const string Started = "A replica was started although the caller had cancelled. That a replica was cancelled is no failure that calls for the next.";

    private const string StartedAfterAll =
        "The token was cancelled before the call, and more was started than the first replica once: check the caller's token before each further start.";

    private const string OwnTimeOut =
        "A replica gave up by itself, with an OperationCanceledException that nobody asked for, and that was not taken for a failure like any other.";

    private const string AfterTheAnswer = "There was an answer, and a cancellation that came after it, while a loser cleaned up, took it away.";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>The first may be started or not. If it is, it is cancelled and awaited, and whatever it ends with is dropped.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_token_that_is_cancelled_already_starts_the_first_at_most([Values] bool answersAtOnce)
    {
        var draw = Inputs.Draw();
        var delay = draw.Delay();
        var first = answersAtOnce ? new Company(TimeSpan.Zero) { Deaf = true } : new Company(9 * delay) { CleanUp = draw.Durations(1)[0] };
        var board = new Switchboard(first, new Company(TimeSpan.Zero) { Deaf = true }, new Company(delay));
        var token = new CancellationToken(canceled: true);

        var outcome = await board.AskAsync(delay, token);

        Claim.That(board.Starts.Skip(1).All(starts => starts is []) && board.Starts[0].Length < 2, StartedAfterAll);
        Claim.That(answersAtOnce || board.Starts[0] is [] || board.Cancelled[0] == TimeSpan.Zero, NotPassedOn);
        Claim.That(board.Running == 0, Wording.Zombies);
        Claim.That(outcome.Error is OperationCanceledException seen && seen.CancellationToken == token, NotItsToken);
        Claim.That(await board.Activity.AfterwardsAsync() == 0, Wording.Zombies);
    }

    /// <summary>While one of three is running, two, and all; whatever they end with, the caller gets its own cancellation.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Everybody_who_runs_is_cancelled_and_nobody_starts([Values(0, 1, 2)] int phase, [Values] bool failsOnTheWayOut)
    {
        var draw = Inputs.Draw();
        var delay = draw.Delay();
        var at = (phase + (draw.Next(1, 9) / 10.0)) * delay;
        var cleanUps = draw.Durations(3);
        var board = new Switchboard(
        [
            .. cleanUps.Select(cleanUp => new Company(9 * delay) { CleanUp = cleanUp, CleanUpFailure = failsOnTheWayOut ? new IOException("no receipt") : null }),
        ]);
        using var cancellation = new CancellationTokenSource(at);

        var outcome = await board.AskAsync(delay, cancellation.Token);

        Claim.That(board.Starts.Skip(phase + 1).All(starts => starts is []), Started);
        Claim.That(board.Cancelled.Take(phase + 1).All(cancelled => cancelled == at), NotPassedOn);
        Claim.That(board.Running == 0, Wording.Zombies);
        Claim.That(outcome.Error is OperationCanceledException seen && seen.CancellationToken == cancellation.Token, NotItsToken);
        Claim.That(outcome.At == at + cleanUps.Take(phase + 1).Max(), "A cancelled call did not end when the last of its replicas had ended.");
        Claim.That(await board.Activity.AfterwardsAsync() == 0, Wording.Zombies);
    }

    /// <summary>It goes on to its end, whatever that is: the caller no longer wants it.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_replica_that_does_not_listen_is_waited_for([Values] bool fails)
    {
        var delay = Inputs.Draw().Delay();
        var board = new Switchboard(
            new Company(3 * delay) { Deaf = true, Failure = fails ? new IOException("no car") : null }, new Company(delay), new Company(delay));
        using var cancellation = new CancellationTokenSource(delay / 2);

        var outcome = await board.AskAsync(delay, cancellation.Token);

        Claim.That(board.StartedAt(TimeSpan.Zero, null, null), Started);
        Claim.That(board.Running == 0 && outcome.At == 3 * delay, Wording.Zombies);
        Claim.That(outcome.Error is OperationCanceledException seen && seen.CancellationToken == cancellation.Token, NotItsToken);
    }

    /// <summary>With the caller's token and without: that a replica gave up by itself is not the caller's doing.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_replica_that_times_out_by_itself_has_failed([Values] bool withToken)
    {
        var delay = Inputs.Draw().Delay();
        var board = new Switchboard(
            new Company(delay / 4) { Failure = new OperationCanceledException("too slow") },
            new Company(delay / 4) { Failure = new TaskCanceledException("too slow") },
            new Company(delay / 4));
        using var cancellation = new CancellationTokenSource();

        var outcome = await board.AskAsync(delay, withToken ? cancellation.Token : default);

        Claim.That(outcome.Answer == board.Answer(2), OwnTimeOut);
        Claim.That(outcome.At == 3 * delay / 4, OwnTimeOut);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_cancellation_after_the_answer_changes_nothing()
    {
        var delay = Inputs.Draw().Delay();
        var board = new Switchboard(new Company(9 * delay) { CleanUp = delay }, new Company(delay / 2));
        using var cancellation = new CancellationTokenSource(2 * delay);

        var outcome = await board.AskAsync(delay, cancellation.Token);

        Claim.That(outcome.Answer == board.Answer(1), AfterTheAnswer);
    }

    /// <summary>At the very instant of the answer, either may come out, but nothing else.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_cancellation_at_the_instant_of_the_answer_gives_one_or_the_other()
    {
        var board = new Switchboard(new Company(9 * Second) { CleanUp = Second / 4 }, new Company(Second));
        using var cancellation = new CancellationTokenSource(2 * Second);

        var outcome = await board.AskAsync(Second, cancellation.Token);

        Claim.That(
            outcome.Answer == board.Answer(1) || (outcome.Error is OperationCanceledException seen && seen.CancellationToken == cancellation.Token),
            NotItsToken);
        Claim.That(board.Running == 0, Wording.Zombies);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task One_call_that_is_cancelled_leaves_another_alone()
    {
        var delay = Inputs.Draw().Delay();
        Switchboard given = new(new Company(9 * delay), new Company(9 * delay)), kept = new(new Company(2 * delay), new Company(9 * delay));
        using var cancellation = new CancellationTokenSource(1.5 * delay);

        var outcomes = await Task.WhenAll(given.AskAsync(delay, cancellation.Token), kept.AskAsync(delay));

        Claim.That(outcomes[0].Error is OperationCanceledException, NotItsToken);
        Claim.That(outcomes[1].Answer == kept.Answer(0), Wording.Shared);
    }
}
