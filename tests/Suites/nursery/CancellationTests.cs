using Interleaving.NUnit;

namespace ConcurrencyKatas.Nursery.Suite;

[TestFixture]
public sealed class CancellationTests
{
    private const string Criterion = "cancellation";

    /// <summary>At three instants: while the body runs, after one child has ended, and when only one is left.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task The_caller_calls_everybody_home([Values(1, 3, 5)] int halves)
    {
        var durations = Inputs.Draw().Durations(3);
        var trip = new Trip();
        var at = halves * TimeSpan.FromMilliseconds(500);
        using var cancellation = new CancellationTokenSource(at);

        var (outcome, _, _) = await trip.RunAsync(
            nursery =>
            {
                nursery.Start(token => trip.WalkAsync(durations[0], token));
                nursery.Start(token => trip.WalkAsync(5 * durations[1], token, cleanUp: durations[2]));
                return trip.WalkAsync(2 * durations[2], nursery.Token);
            },
            cancellation.Token);

        Claim.That(trip.CalledHome.Length == (halves == 1 ? 3 : halves == 3 ? 2 : 1), Wording.CancelledLate);
        Claim.That(trip.CalledHome.All(home => home == at), Wording.CancelledLate);
        IsCancelled(outcome, cancellation.Token);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_token_that_is_cancelled_already_lets_nobody_go_far()
    {
        var durations = Inputs.Draw().Durations(2);
        var trip = new Trip();
        var token = new CancellationToken(canceled: true);

        var (outcome, at, _) = await trip.RunAsync(
            nursery =>
            {
                nursery.Start(inner => trip.WalkAsync(durations[0], inner));
                return trip.WalkAsync(durations[1], nursery.Token);
            },
            token);

        Claim.That(at == TimeSpan.Zero, Wording.CancelledLate);
        IsCancelled(outcome, token);
    }

    /// <summary>A child with a time-out of its own, which is far from over: the exception of its wait carries its own token.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_child_with_a_token_of_its_own_is_called_home_like_any_other()
    {
        var durations = Inputs.Draw().Durations(2);
        var trip = new Trip();
        using var cancellation = new CancellationTokenSource(durations[0]);
        CancellationToken ofTheChild = default;

        var (outcome, _, _) = await trip.RunAsync(
            nursery =>
            {
                nursery.Start(async token =>
                {
                    using var own = CancellationTokenSource.CreateLinkedTokenSource(token);
                    ofTheChild = own.Token;
                    own.CancelAfter(20 * durations[1]);
                    await trip.WalkAsync(10 * durations[1], own.Token);
                });
                return Task.CompletedTask;
            },
            cancellation.Token);

        Claim.That(outcome is not OperationCanceledException seen || seen.CancellationToken != ofTheChild, Wording.OwnTokenIsAnEcho);
        IsCancelled(outcome, cancellation.Token);
    }

    /// <summary>
    /// A time-out of a child's own, or of the body's, at once or later: whatever the nursery does with another failure, it does with this one.
    /// </summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_cancellation_that_nobody_asked_for_is_a_failure([Values] bool ofTheBody, [Values] bool atOnce)
    {
        using var own = new CancellationTokenSource();
        await own.CancelAsync();

        var usual = await FailAsync(new IOException(), ofTheBody, atOnce);
        var timeOut = await FailAsync(new OperationCanceledException("timed out", own.Token), ofTheBody, atOnce);

        Claim.That(timeOut.ComesOut || !usual.ComesOut, Wording.TimeOutLost);
        Claim.That(timeOut.Told || !usual.Told, Wording.TimeOutLost);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_nurseries_are_apart()
    {
        var durations = Inputs.Draw().Durations(3);
        Trip one = new(), other = new();
        var failure = new IOException();

        var both = await Task.WhenAll(
            Task.Run(() => one.RunAsync(nursery =>
            {
                nursery.Start(_ => one.DeafAsync(durations[0], failure));
                return Task.CompletedTask;
            })),
            Task.Run(() => other.RunAsync(nursery =>
            {
                nursery.Start(token => other.WalkAsync(3 * durations[1], token));
                return Task.CompletedTask;
            })));

        Claim.That(other.CalledHome is [] && both[1].Outcome is null, Wording.NotApart);
        Claim.That(both[0].At == durations[0] && both[1].At == 3 * durations[1], Wording.NotApart);
    }

    /// <summary>A nursery inside of a child: when the caller of the outer one cancels, the children of the inner one hear of it.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_nursery_within_a_nursery_is_called_home_with_it()
    {
        var durations = Inputs.Draw().Durations(2);
        var trip = new Trip();
        using var cancellation = new CancellationTokenSource(durations[0]);

        var (outcome, _, _) = await trip.RunAsync(
            nursery =>
            {
                nursery.Start(token => Nursery.RunAsync(
                    inner =>
                    {
                        inner.Start(innermost => trip.WalkAsync(10 * durations[1], innermost));
                        return Task.CompletedTask;
                    },
                    token));
                return Task.CompletedTask;
            },
            cancellation.Token);

        Claim.That(trip.CalledHome is [var home] && home == durations[0], Wording.CancelledLate);
        IsCancelled(outcome, cancellation.Token);
    }

    /// <summary>Whether a failure comes out as it was thrown, and whether a sibling is told of it at that instant.</summary>
    private static async Task<(bool ComesOut, bool Told)> FailAsync(Exception failure, bool ofTheBody, bool atOnce)
    {
        var durations = Inputs.Draw().Durations(2);
        var trip = new Trip();
        var at = atOnce ? TimeSpan.Zero : durations[0];

        var (outcome, _, _) = await trip.RunAsync(nursery =>
        {
            nursery.Start(token => trip.WalkAsync(10 * durations[1], token));
            if (ofTheBody)
                return trip.DeafAsync(at, failure);
            nursery.Start(_ => trip.DeafAsync(at, failure));
            return Task.CompletedTask;
        });

        return (ReferenceEquals(outcome, failure), trip.CalledHome is [var home] && home == at);
    }

    private static void IsCancelled(Exception? outcome, CancellationToken token)
    {
        Claim.That(outcome is OperationCanceledException, Wording.NotCancelled);
        Claim.That(((OperationCanceledException)outcome!).CancellationToken == token, Wording.ForeignToken);
    }
}
