using Interleaving.NUnit;

namespace ConcurrencyKatas.Nursery.Suite;

[TestFixture]
public sealed class WaitsForAllTests
{
    private const string Criterion = "waits-for-all";

    /// <summary>The longest of all is the body, or one of the children, in any place; sizes from none on.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task It_ends_with_the_last_of_the_body_and_the_children([Values(0, 1, 3)] int children, [Values] bool bodyIsLast)
    {
        var draw = Inputs.Draw();
        var durations = draw.Durations(4);
        var bodyTakes = bodyIsLast ? 2 * durations[3] : durations[3] / 10;
        var trip = new Trip();

        var (outcome, at, ended) = await trip.RunAsync(async nursery =>
        {
            for (var i = 0; i < children; i++)
            {
                var duration = durations[i];
                nursery.Start(token => trip.WalkAsync(duration, token));
            }

            await trip.DeafAsync(bodyTakes);
        });

        Claim.That(outcome is null, Wording.NothingWrong);
        Claim.That(trip.CalledHome is [], Wording.CalledHomeForNothing);
        Claim.That(ended >= children + 1, Wording.LeftBehind);
        Claim.That(trip.Begun == children + 1, Wording.NotOnce);
        if (bodyIsLast)
            Claim.That(at == bodyTakes, Wording.EndsLate);
        else if (children > 0)
            Claim.That(at == durations[..children].Max(), Wording.EndsLate);
    }

    /// <summary>Children come and go while the body goes on: for a while there are none.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task For_a_while_there_may_be_no_child()
    {
        var durations = Inputs.Draw().Durations(3);
        var trip = new Trip();

        var (outcome, at, ended) = await trip.RunAsync(async nursery =>
        {
            nursery.Start(token => trip.WalkAsync(durations[0], token));
            await Task.Delay(2 * durations[0]);
            nursery.Start(token => trip.WalkAsync(durations[1], token));
            nursery.Start(_ => Task.CompletedTask);
            nursery.Start(token => trip.WalkAsync(durations[2], token));
        });

        Claim.That(outcome is null, Wording.NothingWrong);
        Claim.That(ended == 3, Wording.LeftBehind);
        Claim.That(at == (2 * durations[0]) + (durations[1] > durations[2] ? durations[1] : durations[2]), Wording.EndsLate);
    }

    /// <summary>Somebody fails or cancels, and one child does not listen: there is nothing for it but to wait.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Who_does_not_listen_is_waited_for_as_well([Values] bool failure)
    {
        var durations = Inputs.Draw().Durations(3);
        var trip = new Trip();
        using var cancellation = new CancellationTokenSource();
        if (!failure)
            cancellation.CancelAfter(durations[0]);

        var (_, at, ended) = await trip.RunAsync(
            nursery =>
            {
                nursery.Start(_ => trip.DeafAsync(3 * durations[1]));
                nursery.Start(token => trip.WalkAsync(5 * durations[1], token, cleanUp: durations[2]));
                if (failure)
                    nursery.Start(_ => trip.DeafAsync(durations[0], new IOException()));
                return Task.CompletedTask;
            },
            cancellation.Token);

        Claim.That(ended == (failure ? 3 : 2), Wording.LeftBehind);
        Claim.That(at >= 3 * durations[1], Wording.LeftBehind);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_child_that_takes_hours_is_waited_for()
    {
        var duration = TimeSpan.FromHours(Inputs.Draw().Next(5, 9));
        var trip = new Trip();

        var (_, at, ended) = await trip.RunAsync(nursery =>
        {
            nursery.Start(_ => trip.DeafAsync(duration));
            return Task.CompletedTask;
        });

        Claim.That(ended == 1, Wording.LeftBehind);
        Claim.That(at == duration, Wording.EndsLate);
    }

    [Test, Interleaved, Category(Criterion)]
    public void On_a_loop_nobody_blocks_it()
    {
        var durations = Inputs.Draw().Durations(2);

        Loop.Run(async () =>
        {
            var trip = new Trip();
            var ticker = new Ticker();
            var ticking = ticker.RunAsync(29);
            await Nursery.RunAsync(nursery =>
            {
                nursery.Start(token => trip.WalkAsync(durations[0], token));
                nursery.Start(token => trip.WalkAsync(durations[1], token));
                return Task.CompletedTask;
            });
            await ticking;
            Claim.That(ticker.LongestGap == Ticker.Period, Wording.Blocked);
            Claim.That(trip.Ended == 2, Wording.LeftBehind);
        });
    }
}
