using Interleaving.NUnit;

namespace ConcurrencyKatas.ThreadsAndJoins.Suite;

[TestFixture]
public sealed class OrderTests
{
    private const string Criterion = "order";

    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public void Results_stand_where_their_errands_stand([Values(1, 3, 6)] int count)
    {
        var draw = Inputs.Draw();
        Trip[] trips = [.. draw.Durations(count).Select(length => new Trip(draw.Next(1_000), length))];

        Claim.That(Runs.Of(trips, Runs.Ignore).SequenceEqual(trips.Select(trip => trip.Result)), Wording.Order);
    }

    [Test, Interleaved, Category(Criterion)]
    public void Results_stand_where_their_errands_stand_when_all_end_at_one_instant()
    {
        var draw = Inputs.Draw();
        Trip[] trips = [.. Enumerable.Range(0, 3).Select(_ => new Trip(draw.Next(1_000), TimeSpan.Zero))];

        Claim.That(Runs.Of(trips, Runs.Ignore).SequenceEqual(trips.Select(trip => trip.Result)), Wording.Order);
    }

    /// <summary>Nothing is a result as well, and an errand that stands in the list twice is run twice.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void An_errand_may_bring_nothing_back_and_may_stand_there_twice()
    {
        var baked = Inputs.Draw().Next(1_000);
        string[] loaves = [$"bread {baked + 1}", $"bread {baked + 2}"];
        Func<string?> baker = () => $"bread {Interlocked.Increment(ref baked)}", nobody = () => null;

        var results = Errands.RunAll([nobody, baker, nobody, baker], Runs.Ignore);

        Claim.That(results is [null, { } one, null, { } two] && loaves.Order().SequenceEqual(new[] { one, two }.Order()), Wording.Order);
    }

    [Test, Interleaved, Category(Criterion)]
    public void Two_calls_at_once_keep_their_results_apart()
    {
        int[] mine = [], yours = [];
        var first = Inputs.Draw().Next(1_000);

        Runs.AtOnce(
            () => mine = Runs.Of([new(first, TimeSpan.Zero), new(first + 1, TimeSpan.Zero)], Runs.Ignore),
            () => yours = Runs.Of([new(first + 2, TimeSpan.Zero), new(first + 3, TimeSpan.Zero)], Runs.Ignore));

        Claim.That(mine.SequenceEqual([first, first + 1]) && yours.SequenceEqual([first + 2, first + 3]), Wording.Order);
    }
}
