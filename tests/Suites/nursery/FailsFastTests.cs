using Interleaving.NUnit;

namespace ConcurrencyKatas.Nursery.Suite;

[TestFixture]
public sealed class FailsFastTests
{
    private const string Criterion = "fails-fast";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task One_fine_one_fails_one_cleans_up_and_it_is_two_and_a_half_seconds()
    {
        var trip = new Trip();

        var (_, at, _) = await trip.RunAsync(nursery =>
        {
            nursery.Start(token => trip.WalkAsync(Second, token));
            nursery.Start(_ => trip.DeafAsync(2 * Second, new IOException()));
            nursery.Start(token => trip.WalkAsync(10 * Second, token, cleanUp: Second / 2));
            return Task.CompletedTask;
        });

        Claim.That(trip.CalledHome is [var home] && home == 2 * Second, Wording.NotCalledHome);
        Claim.That(at <= 2.5 * Second, Wording.EndsLate);
    }

    /// <summary>Who fails is the first, one in the middle or the last to be started; everybody else is told at that instant, the body too.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Everybody_is_told_at_the_instant_of_a_failure([Values(0, 1, 2)] int place)
    {
        var durations = Inputs.Draw().Durations(3);
        var trip = new Trip();

        await trip.RunAsync(nursery =>
        {
            for (var i = 0; i < 3; i++)
            {
                if (i == place)
                    nursery.Start(_ => trip.DeafAsync(durations[0], new IOException()));
                else
                    nursery.Start(token => trip.WalkAsync(10 * durations[1], token));
            }

            return trip.WalkAsync(10 * durations[2], nursery.Token);
        });

        Claim.That(trip.CalledHome.Length == 3 && trip.CalledHome.All(at => at == durations[0]), Wording.NotCalledHome);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_body_that_fails_is_a_failure_like_any_other([Values] bool atOnce)
    {
        var durations = Inputs.Draw().Durations(2);
        var trip = new Trip();

        await trip.RunAsync(nursery =>
        {
            nursery.Start(token => trip.WalkAsync(10 * durations[1], token));
            return atOnce ? throw new IOException() : trip.DeafAsync(durations[0], new IOException());
        });

        Claim.That(trip.CalledHome is [var home] && home == (atOnce ? TimeSpan.Zero : durations[0]), Wording.NotCalledHome);
    }

    /// <summary>Started late, with others before it in any list.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_failure_of_a_child_that_a_child_has_started_is_told_at_once()
    {
        var durations = Inputs.Draw().Durations(2);
        var trip = new Trip();

        await trip.RunAsync(nursery =>
        {
            nursery.Start(token => trip.WalkAsync(20 * durations[1], token));
            nursery.Start(async token =>
            {
                await Task.Delay(durations[0], token);
                nursery.Start(_ => trip.DeafAsync(durations[1], new IOException()));
                await trip.WalkAsync(10 * durations[1], token);
            });
            return trip.WalkAsync(30 * durations[1], nursery.Token);
        });

        Claim.That(
            trip.CalledHome.Length == 3 && trip.CalledHome.All(at => at == durations[0] + durations[1]), Wording.NotCalledHome);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task As_long_as_nothing_fails_the_token_is_not_cancelled()
    {
        var durations = Inputs.Draw().Durations(2);
        var trip = new Trip();
        var token = new CancellationToken(canceled: true);

        await trip.RunAsync(nursery =>
        {
            token = nursery.Token;
            nursery.Start(inner => trip.WalkAsync(durations[0], inner));
            return trip.WalkAsync(durations[1], nursery.Token);
        });

        Claim.That(!token.IsCancellationRequested, Wording.CancelledForNothing);
    }

    /// <summary>
    /// Telling the others runs their callbacks, and those may need the nursery: here one starts a child on another thread, and waits for that.
    /// A child that throws at once is told of from within Start. (Whether the other child is refused belongs to another criterion.)
    /// </summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Whoever_is_called_home_may_need_the_nursery([Values] bool atOnce)
    {
        var durations = Inputs.Draw().Durations(2);
        var trip = new Trip();

        await trip.RunAsync(async nursery =>
        {
            using var registration = nursery.Token.Register(
                () => Task.Run(() => Caught.ByAsync(() =>
                {
                    nursery.Start(_ => Task.CompletedTask);
                    return Task.CompletedTask;
                })).Wait());
            nursery.Start(_ => atOnce ? trip.ThrowAtOnce(new IOException()) : trip.DeafAsync(durations[0], new IOException()));
            await trip.DeafAsync(2 * durations[1]);
        });
    }
}
