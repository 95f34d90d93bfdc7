using Interleaving.NUnit;

namespace ConcurrencyKatas.ThreadsAndJoins.Suite;

/// <summary>How long it takes is asked elsewhere; here it may take any time, so long as nobody is left behind.</summary>
[TestFixture]
public sealed class JoinedTests
{
    private const string Criterion = "joined";

    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public void It_comes_back_when_the_longest_has_ended_wherever_it_stands([Values(0, 1, 2)] int place)
    {
        var lengths = Inputs.Draw().Durations(3);
        lengths[place] += TimeSpan.FromMinutes(1);
        Trip[] trips = [.. lengths.Select((length, i) => new Trip(i, length))];

        Runs.Of(trips, Runs.Ignore);

        Claim.That(trips.All(trip => trip.HasEnded), Wording.Early);
    }

    /// <summary>Nobody knows how long an errand takes. A few schedules, and long ones: whoever polls has many steps to take.</summary>
    [Test, Interleaved(Schedules = 5, MaxSteps = 200_000), Category(Criterion)]
    public void It_waits_for_as_long_as_it_takes()
    {
        var minutes = Inputs.Draw().Next(61, 66);
        Trip[] trips = [new(1, TimeSpan.FromMinutes(minutes)), new(2, TimeSpan.FromSeconds(1))];

        Runs.Of(trips, Runs.Ignore);

        Claim.That(trips.All(trip => trip.HasEnded), Wording.Early);
    }

    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public void Nobody_is_left_behind_when_all_happens_at_one_instant([Values(1, 2, 4)] int count)
    {
        Trip[] trips = [.. Enumerable.Range(0, count).Select(i => new Trip(i, TimeSpan.Zero))];

        Runs.Of(trips, Runs.Ignore);

        Claim.That(trips.All(trip => trip.HasEnded), Wording.Early);
    }

    /// <summary>The log counts as well: it belongs to the caller again as soon as the call is over.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Nothing_goes_on_afterwards()
    {
        var draw = Inputs.Draw();
        var count = draw.Next(2, 5);
        var activity = new Activity();
        Trip[] trips = [.. draw.Durations(count).Select((length, i) => new Trip(i, length) { Begins = activity.Note, Ends = activity.Note })];

        Runs.Of(trips, _ => activity.Note());

        Claim.That(activity.Steps == 4 * count, Wording.Early);
        Claim.That(await activity.AfterwardsAsync() == 0, Wording.Afterwards);
    }

    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task A_failure_leaves_nobody_behind([Values(0, 1, 2)] int place)
    {
        var lengths = Inputs.Draw().Durations(3);
        lengths[place] = TimeSpan.FromMilliseconds(place == 1 ? 0 : 100);
        var activity = new Activity();
        Trip[] trips =
        [
            .. lengths.Select((length, i) => new Trip(i, length) { Ends = activity.Note, Failure = i == place ? new IOException("closed") : null }),
        ];

        Runs.FailureOf(trips, Runs.Ignore);

        Claim.That(trips.All(trip => trip.HasEnded), Wording.EarlyAfterFailure);
        Claim.That(await activity.AfterwardsAsync() == 0, Wording.Afterwards);
    }

    [Test, Interleaved, Category(Criterion)]
    public void Each_of_two_calls_waits_for_its_own_errands()
    {
        var lengths = Inputs.Draw().Durations(4);
        Trip[] mine = [new(1, lengths[0]), new(2, lengths[1])], yours = [new(3, lengths[2]), new(4, lengths[3])];

        Runs.AtOnce(() => Check(mine), () => Check(yours));

        static void Check(Trip[] trips)
        {
            Runs.Of(trips, Runs.Ignore);
            Claim.That(trips.All(trip => trip.HasEnded), Wording.Early);
        }
    }
}
