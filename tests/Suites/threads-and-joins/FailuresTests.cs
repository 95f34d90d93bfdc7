using Interleaving.NUnit;

namespace ConcurrencyKatas.ThreadsAndJoins.Suite;

[TestFixture]
public sealed class FailuresTests
{
    private const string Criterion = "failures";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>The first in the list fails first, in the middle, or last in time.</summary>
    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public void The_first_in_the_list_counts_and_not_the_first_in_time([Values(1, 3, 5)] int seconds)
    {
        Exception[] failures = [new IOException("closed"), new TimeoutException("no bus"), new InvalidOperationException("no money")];
        Trip[] trips =
        [
            new(0, 6 * Second),
            new(1, seconds * Second) { Failure = failures[0] },
            new(2, 2 * Second) { Failure = failures[1] },
            new(3, 4 * Second) { Failure = failures[2] },
        ];

        Claim.That(ReferenceEquals(Runs.FailureOf(trips, Runs.Ignore), failures[0]), Wording.First);
    }

    /// <summary>No time passes, so any of them may fail first.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void When_all_fail_the_first_in_the_list_counts()
    {
        Trip[] trips = [.. Enumerable.Range(0, 3).Select(i => new Trip(i, TimeSpan.Zero) { Failure = new IOException($"closed {i}") })];

        Claim.That(ReferenceEquals(Runs.FailureOf(trips, Runs.Ignore), trips[0].Failure), Wording.First);
    }

    public static IEnumerable<Exception> Failures =>
    [
        new IOException("closed"),
        new OperationCanceledException("the bus does not run today"),
        new AggregateException("two things at once", new IOException("closed"), new TimeoutException("no bus")),
        new ThreadInterruptedException("woken up"),
    ];

    /// <summary>Whatever it is, it comes out as it was thrown: also what elsewhere stands for a cancellation, or for several failures.</summary>
    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public void A_failure_comes_out_as_it_was_thrown([Values(0, 1, 2, 3)] int kind)
    {
        var draw = Inputs.Draw();
        var failure = Failures.ElementAt(kind);
        var place = draw.Next(3);
        Trip[] trips = [.. draw.Durations(3).Select((length, i) => new Trip(i, length) { Failure = i == place ? failure : null })];

        Claim.That(ReferenceEquals(Runs.FailureOf(trips, Runs.Ignore), failure), Wording.Same);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_failure_stops_nobody_and_nothing_is_tried_again()
    {
        var draw = Inputs.Draw();
        var count = draw.Next(3, 5);
        var place = draw.Next(count);
        Trip[] trips =
        [
            .. Enumerable.Range(0, count).Select(i => new Trip(i, i == place ? TimeSpan.Zero : Second) { Failure = i == place ? new IOException("closed") : null }),
        ];

        Runs.FailureOf(trips, Runs.Ignore);

        // Whether the call waits for them is asked elsewhere.
        await Task.Delay(TimeSpan.FromMinutes(1));
        Claim.That(trips.All(trip => trip.Runs == 1), Wording.NotOnce);
    }

    /// <summary>A log that can take several at once, and counts: whether the lines are kept apart is asked elsewhere.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task An_errand_that_fails_has_an_end_in_the_log()
    {
        var count = Inputs.Draw().Next(1, 4);
        var ends = new Activity();
        Trip[] trips = [.. Enumerable.Range(0, count).Select(i => new Trip(i, TimeSpan.Zero) { Failure = i == 0 ? new IOException("closed") : null })];

        var failure = Runs.FailureOf(trips, line =>
        {
            if (line.StartsWith("end", StringComparison.Ordinal))
                ends.Note();
        });

        Claim.That(ReferenceEquals(failure, trips[0].Failure), Wording.Same);
        // Whether the call waits for the others is asked elsewhere.
        await Task.Delay(TimeSpan.FromMinutes(1));
        Claim.That(ends.Steps == count, Wording.EndAfterFailure);
    }

    /// <summary>One call fails, and another that runs at the same time, or later, does not.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void A_failure_belongs_to_its_own_call()
    {
        var failure = new IOException("closed");
        Exception? mine = null, yours = null;

        Runs.AtOnce(
            () => mine = Runs.FailureOf([new(1, TimeSpan.Zero) { Failure = failure }, new(2, Second)], Runs.Ignore),
            () => yours = Runs.FailureOf([new(3, Second), new(4, TimeSpan.Zero)], Runs.Ignore));
        var later = Runs.FailureOf([new(5, TimeSpan.Zero)], Runs.Ignore);

        Claim.That(ReferenceEquals(mine, failure), Wording.Same);
        Claim.That(yours is null && later is null, Wording.Innocent);
    }
}
