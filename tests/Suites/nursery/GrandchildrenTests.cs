using Interleaving.NUnit;

namespace ConcurrencyKatas.Nursery.Suite;

[TestFixture]
public sealed class GrandchildrenTests
{
    private const string Criterion = "grandchildren";

    /// <summary>The body ended long ago, and each generation starts the next one with its last breath.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task All_generations_are_waited_for([Values(1, 2, 4)] int generations)
    {
        var durations = Inputs.Draw().Durations(generations + 1);
        var trip = new Trip();

        var (outcome, at, ended) = await trip.RunAsync(nursery =>
        {
            nursery.Start(token => LiveAsync(nursery, 0, token));
            return Task.CompletedTask;
        });

        Claim.That(outcome is null, Wording.Refused);
        Claim.That(ended >= generations + 1, Wording.GrandchildLost);
        Claim.That(trip.Begun == generations + 1, Wording.NotOnce);
        Claim.That(at == durations.Aggregate((sum, next) => sum + next), Wording.EndsLate);

        async Task LiveAsync(Nursery nursery, int generation, CancellationToken token)
        {
            await trip.WalkAsync(durations[generation], token);
            if (generation < generations)
                nursery.Start(inner => LiveAsync(nursery, generation + 1, inner));
        }
    }

    /// <summary>Children on threads of their own start more at the same time, and end at the same time.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Children_may_start_children_at_the_same_time()
    {
        var duration = Inputs.Draw().Durations(1)[0];
        var trip = new Trip();

        var (outcome, _, ended) = await trip.RunAsync(nursery =>
        {
            for (var i = 0; i < 2; i++)
                nursery.Start(_ => Task.Run(() => nursery.Start(_ => trip.DeafAsync(duration))));
            return Task.CompletedTask;
        });

        Claim.That(outcome is null, Wording.Refused);
        Claim.That(ended >= 2, Wording.GrandchildLost);
        Claim.That(trip.Begun == 2, Wording.NotOnce);
    }

    /// <summary>Somebody has failed, and a child on its way home has something put away by a child of its own.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Whoever_is_called_home_may_start_another()
    {
        var durations = Inputs.Draw().Durations(3);
        var trip = new Trip();
        var refused = 0;

        await trip.RunAsync(nursery =>
        {
            nursery.Start(_ => trip.DeafAsync(durations[0], new IOException()));
            nursery.Start(async token =>
            {
                await Task.Delay(10 * durations[1], token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                try
                {
                    nursery.Start(_ => trip.DeafAsync(durations[2]));
                }
                catch (InvalidOperationException)
                {
                    Interlocked.Increment(ref refused);
                }
            });
            return Task.CompletedTask;
        });

        Claim.That(Volatile.Read(ref refused) == 0, Wording.RefusedOnTheWayHome);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task After_the_end_nobody_starts([Values] bool failed)
    {
        var durations = Inputs.Draw().Durations(2);
        var trip = new Trip();
        Nursery? kept = null;
        await trip.RunAsync(nursery =>
        {
            kept = nursery;
            nursery.Start(_ => trip.DeafAsync(durations[0], failed ? new IOException() : null));
            return Task.CompletedTask;
        });

        var refusal = await Caught.ByAsync(() =>
        {
            kept!.Start(_ => trip.DeafAsync(durations[1]));
            return Task.CompletedTask;
        });
        await Task.Delay(2 * durations[1]);

        Claim.That(refusal is InvalidOperationException, Wording.AcceptedAfterTheEnd);
        Claim.That(trip.Begun == 1, Wording.RunAfterTheEnd);
    }

    /// <summary>Somebody outside starts a child while the last one ends: it is waited for, or refused.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Beside_the_end_a_child_is_waited_for_or_refused()
    {
        var duration = Inputs.Draw().Durations(1)[0];
        var trip = new Trip();
        var handedOut = new TaskCompletionSource<Nursery>(TaskCreationOptions.RunContinuationsAsynchronously);

        var outsider = Task.Run(async () =>
        {
            var nursery = await handedOut.Task;
            try
            {
                nursery.Start(_ => trip.DeafAsync(duration));
                return 1;
            }
            catch (InvalidOperationException)
            {
                return 0;
            }
        });
        var (_, _, ended) = await trip.RunAsync(nursery =>
        {
            handedOut.SetResult(nursery);
            return Task.CompletedTask;
        });
        var accepted = await outsider;
        await Task.Delay(2 * duration);

        Claim.That(ended >= accepted, Wording.LostAtTheEnd);
        Claim.That(trip.Begun == accepted, accepted == 0 ? Wording.RunAfterTheEnd : Wording.NotOnce);
    }
}
