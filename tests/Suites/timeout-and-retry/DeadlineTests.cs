using Interleaving.NUnit;

namespace ConcurrencyKatas.TimeoutAndRetry.Suite;

[TestFixture]
public sealed class DeadlineTests
{
    private const string Criterion = "deadline";

    private const string TimeIsUp = "Time was up, and the call did not end with a TimeoutException just then.";

    private const string Inside = "Time was up, and the InnerException of the TimeoutException is not the last failure that there was, as it was thrown.";

    private const string NotBegun =
        "A pause was begun that would reach the deadline, or a try started there or later. No try may start at the deadline: so when its pause "
        + "would reach it, time is up already.";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task It_cuts_the_running_try([Values(2, 3, 4)] int running)
    {
        var failure = new IOException("busy");
        var after = Inputs.Draw().Next(100, 900) / 1000.0;
        var line = new Line([.. Enumerable.Repeat(new Try(TimeSpan.Zero, failure), running - 1), Try.Endless]);
        var deadline = (1 << (running - 1)) - 1 + after;

        var outcome = await Outcome.OfAsync(line, new(9, 2 * Second, Second, deadline * Second));

        Claim.That(outcome.Thrown is TimeoutException && Math.Abs(outcome.At - deadline) < 1e-6, TimeIsUp);
        Claim.That(ReferenceEquals(outcome.Thrown?.InnerException, failure), Inside);
        await line.AfterwardsAsync();
        Claim.That(
            line.Cancelled.Length == 1 && line.Starts.Length == running,
            "Time was up, and the running try was not cancelled by its token, or another followed.");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task It_cuts_the_very_first_try()
    {
        var line = new Line(Try.Endless);

        var outcome = await Outcome.OfAsync(line, new(3, 9 * Second, Second, 2 * Second));

        Claim.That(outcome.Thrown is TimeoutException && outcome.At == 2 && line.Starts.Length == 1, TimeIsUp);
    }

    /// <summary>The deadline within the pause, and just at its end.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_pause_that_would_reach_it_is_not_begun([Values(0.4, 0.999, 1)] double ofPause, [Values(1, 2, 3)] int failed)
    {
        Exception[] failures = [new IOException("busy"), new InvalidOperationException("wrong number"), new TimeoutException("no dial tone")];
        var line = new Line([.. failures.Select(failure => new Try(TimeSpan.Zero, failure))]);
        double last = (1 << (failed - 1)) - 1, pause = 1 << (failed - 1);

        var outcome = await Outcome.OfAsync(line, new(9, 2 * Second, Second, (last + (ofPause * pause)) * Second));

        Claim.That(line.Starts.Length == failed && outcome.At == last, NotBegun);
        Claim.That(outcome.Thrown is TimeoutException, TimeIsUp);
        Claim.That(ReferenceEquals(outcome.Thrown?.InnerException, failures[failed - 1]), Inside);
    }

    /// <summary>What the try itself took counts, too, whether it failed or was cut at its limit.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Nor_is_one_after_a_try_that_took_its_time([Values(0.4, 1)] double ofPause, [Values] bool cut)
    {
        var length = Inputs.Draw().Durations(1)[0];
        var failure = new IOException("busy");
        var line = new Line(cut ? Try.Endless : new Try(length, failure));

        var outcome = await Outcome.OfAsync(line, new(9, cut ? length : 2 * length, Second, length + (ofPause * Second)));

        Claim.That(line.Starts.Length == 1 && Math.Abs(outcome.At - length.TotalSeconds) < 1e-6, NotBegun);
        Claim.That(outcome.Thrown is TimeoutException, TimeIsUp);
        Claim.That(cut ? outcome.Thrown?.InnerException is TimeoutException : ReferenceEquals(outcome.Thrown?.InnerException, failure), Inside);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_pause_that_ends_just_before_it_is_kept()
    {
        var line = new Line(new Try(TimeSpan.Zero, new IOException("busy")), new Try(TimeSpan.Zero));

        var outcome = await Outcome.OfAsync(line, new(2, 2 * Second, Second, 1.001 * Second));

        Claim.That(outcome.Result == line.Result && outcome.At == 1, "There was time for one more try, and it was not made.");
    }

    /// <summary>A last failure that is a try's limit: a TimeoutException inside of another.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_try_that_took_too_long_may_be_the_last_failure()
    {
        var line = new Line(Try.Endless);

        var outcome = await Outcome.OfAsync(line, new(9, 2 * Second, Second, 4.5 * Second));

        Claim.That(outcome.Thrown is TimeoutException && outcome.At == 4.5, TimeIsUp);
        Claim.That(outcome.Thrown?.InnerException is TimeoutException, Inside);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task What_a_try_makes_of_it_does_not_matter()
    {
        var failure = new IOException("busy");
        var line = new Line(new Try(TimeSpan.Zero, failure), Try.Endless with { Instead = new InvalidOperationException("cut off") });

        var outcome = await Outcome.OfAsync(line, new(9, 3 * Second, Second, 2 * Second));

        Claim.That(outcome.Thrown is TimeoutException && outcome.At == 2 && line.Starts.Length == 2, TimeIsUp);
        Claim.That(ReferenceEquals(outcome.Thrown?.InnerException, failure), Inside);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_deadline_of_one_call_is_none_of_another()
    {
        Line one = new(Try.Endless), other = new(new Try(3 * Second));

        var outcomes = await Task.WhenAll(
            Task.Run(() => Outcome.OfAsync(one, new(2, 9 * Second, Second, Second))),
            Task.Run(() => Outcome.OfAsync(other, new(2, 9 * Second, Second, 4 * Second))));

        Claim.That(outcomes[0].Thrown is TimeoutException && outcomes[0].At == 1, TimeIsUp);
        Claim.That(outcomes[1].Result == other.Result && outcomes[1].At == 3, "Of two calls at once, one was cut at the deadline of the other.");
    }
}
