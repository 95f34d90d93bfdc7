using Interleaving.NUnit;

namespace ConcurrencyKatas.Nursery.Suite;

[TestFixture]
public sealed class OriginalErrorTests
{
    private const string Criterion = "original-error";

    /// <summary>Two fail, the second does not listen: whoever was first in time counts, in whatever order they were started.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task The_first_in_time_comes_out([Values] bool startedFirst)
    {
        var durations = Inputs.Draw().Durations(2);
        IOException first = new("first"), second = new("second");
        var trip = new Trip();

        var (outcome, _, _) = await trip.RunAsync(nursery =>
        {
            if (startedFirst)
                nursery.Start(_ => trip.DeafAsync(durations[0], first));
            nursery.Start(_ => trip.DeafAsync(2 * durations[1], second));
            if (!startedFirst)
                nursery.Start(_ => trip.DeafAsync(durations[0], first));
            return Task.CompletedTask;
        });

        Claim.That(ReferenceEquals(outcome, first), Wording.NotTheFirst);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task The_cancellation_of_a_sibling_never_comes_out([Values] bool bodyListens)
    {
        var durations = Inputs.Draw().Durations(2);
        var failure = new TimeoutException();
        var trip = new Trip();

        var (outcome, _, _) = await trip.RunAsync(nursery =>
        {
            nursery.Start(token => trip.WalkAsync(10 * durations[1], token));
            nursery.Start(_ => trip.DeafAsync(durations[0], failure));
            nursery.Start(token => trip.WalkAsync(9 * durations[1], token));
            return bodyListens ? trip.WalkAsync(8 * durations[1], nursery.Token) : Task.CompletedTask;
        });

        Claim.That(ReferenceEquals(outcome, failure), Wording.NotTheFirst);
    }

    /// <summary>At the very instant at which it is told, or after a while: what fails because it was called home came second.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task What_fails_on_the_way_home_came_second([Values] bool atOnce, [Values] bool bodyFails)
    {
        var durations = Inputs.Draw().Durations(3);
        IOException first = new("first"), second = new("on the way home");
        var trip = new Trip();

        var (outcome, _, _) = await trip.RunAsync(nursery =>
        {
            nursery.Start(token => trip.WalkAsync(10 * durations[1], token, atOnce ? TimeSpan.Zero : durations[2], second));
            if (bodyFails)
                return trip.DeafAsync(durations[0], first);
            nursery.Start(_ => trip.DeafAsync(durations[0], first));
            return Task.CompletedTask;
        });

        Claim.That(ReferenceEquals(outcome, first), Wording.NotTheFirst);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task The_failure_of_the_body_comes_out([Values] bool childFailsToo)
    {
        var durations = Inputs.Draw().Durations(2);
        IOException first = new("first"), second = new("second");
        var trip = new Trip();

        var (outcome, _, _) = await trip.RunAsync(nursery =>
        {
            if (childFailsToo)
                nursery.Start(_ => trip.DeafAsync(2 * durations[1], second));
            nursery.Start(token => trip.WalkAsync(10 * durations[1], token));
            return trip.DeafAsync(durations[0], first);
        });

        Claim.That(ReferenceEquals(outcome, first), Wording.NotTheFirst);
    }

    /// <summary>At one instant either of the two may be the first; it is one of them, and as it was thrown.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Of_two_at_one_instant_one_comes_out()
    {
        var durations = Inputs.Draw().Durations(2);
        Exception[] failures = [new IOException(), new TimeoutException()];
        var trip = new Trip();

        var (outcome, _, _) = await trip.RunAsync(nursery =>
        {
            nursery.Start(_ => trip.DeafAsync(durations[0], failures[0]));
            nursery.Start(_ => trip.DeafAsync(durations[0], failures[1]));
            nursery.Start(token => trip.WalkAsync(10 * durations[1], token));
            return Task.CompletedTask;
        });

        Claim.That(failures.Contains(outcome), Wording.NotTheFirst);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_child_that_throws_before_its_first_await_does_not_stop_whoever_starts_it()
    {
        var duration = Inputs.Draw().Durations(1)[0];
        var failure = new IOException();
        var trip = new Trip();
        var escaped = 0;

        var (outcome, _, _) = await trip.RunAsync(nursery =>
        {
            try
            {
                nursery.Start(_ => trip.ThrowAtOnce(failure));
            }
            catch (IOException)
            {
                Interlocked.Increment(ref escaped);
            }

            return trip.DeafAsync(duration);
        });

        Claim.That(Volatile.Read(ref escaped) == 0, Wording.EscapedFromStart);
        Claim.That(ReferenceEquals(outcome, failure), Wording.NotTheFirst);
    }

    /// <summary>Nobody else is left to wait for: whoever lets the nursery end before the failure is noted loses it.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task The_failure_of_the_last_one_comes_out([Values] bool ofTheBody, [Values] bool othersBefore)
    {
        var durations = Inputs.Draw().Durations(2);
        var failure = new IOException();
        var trip = new Trip();

        var (outcome, _, _) = await trip.RunAsync(nursery =>
        {
            if (othersBefore)
                nursery.Start(token => trip.WalkAsync(durations[0], token));
            if (ofTheBody)
                return trip.DeafAsync(2 * durations[1], failure);
            nursery.Start(_ => trip.DeafAsync(2 * durations[1], failure));
            return Task.CompletedTask;
        });

        Claim.That(ReferenceEquals(outcome, failure), Wording.LastFailureLost);
    }

    /// <summary>Somebody fails, and the caller cancels while the others are on their way home: the failure was first.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_cancellation_after_a_failure_does_not_hide_it()
    {
        var durations = Inputs.Draw().Durations(3);
        var failure = new IOException();
        var trip = new Trip();
        using var cancellation = new CancellationTokenSource(durations[0] + TimeSpan.FromMilliseconds(500));

        var (outcome, _, _) = await trip.RunAsync(
            nursery =>
            {
                nursery.Start(token => trip.WalkAsync(10 * durations[1], token, cleanUp: durations[2]));
                nursery.Start(_ => trip.DeafAsync(durations[0], failure));
                return Task.CompletedTask;
            },
            cancellation.Token);

        Claim.That(ReferenceEquals(outcome, failure), Wording.NotTheFirst);
    }
}
