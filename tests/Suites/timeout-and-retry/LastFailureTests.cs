using Interleaving.NUnit;

namespace ConcurrencyKatas.TimeoutAndRetry.Suite;

[TestFixture]
public sealed class LastFailureTests
{
    private const string Criterion = "last-failure";

    private const string Last = "All tries have failed, and what came out was not the exception of the last one, as it was thrown.";

    private static readonly RetryPolicy Policy =
        new(3, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), TimeSpan.FromDays(10));

    [Test, Interleaved, Category(Criterion)]
    public async Task The_exception_of_the_last_try_comes_out([Values] bool atOnce, [Values(1, 2, 3)] int tries)
    {
        Exception[] failures = [new IOException("busy"), new InvalidOperationException("wrong number"), new AggregateException(new IOException("storm"))];
        var line = new Line([.. failures.Select(failure => new Try(TimeSpan.FromSeconds(1), failure) { AtOnce = atOnce })]);

        var outcome = await Outcome.OfAsync(line, Policy with { Tries = tries });

        Claim.That(ReferenceEquals(outcome.Thrown, failures[tries - 1]), Last);
    }

    /// <summary>It gives up by itself: nobody has cancelled it.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_try_that_gives_up_by_itself_has_failed([Values] bool atOnce, [Values] bool last)
    {
        var gaveUp = new OperationCanceledException("please hold the line");
        Try[] tries = [new(TimeSpan.FromSeconds(1), gaveUp) { AtOnce = atOnce }, new(TimeSpan.FromSeconds(1))];
        var line = new Line(last ? tries[..1] : tries);

        var outcome = await Outcome.OfAsync(line, Policy);

        Claim.That(
            last || outcome.Result == line.Result,
            "A try gave up by itself with an OperationCanceledException, and the next, which would have succeeded, was not made. Nobody had cancelled: "
            + "it failed like any other.");
        Claim.That(!last || (ReferenceEquals(outcome.Thrown, gaveUp) && line.Starts.Length == 3), Last);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_failure_after_a_try_that_took_too_long_is_the_last()
    {
        var failure = new IOException("busy");
        var line = new Line(Try.Endless, Try.Endless, new Try(TimeSpan.FromSeconds(1), failure));

        Claim.That(ReferenceEquals((await Outcome.OfAsync(line, Policy)).Thrown, failure), Last);
    }
}
