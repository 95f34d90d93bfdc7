using Interleaving.NUnit;

namespace ConcurrencyKatas.TimeoutAndRetry.Suite;

[TestFixture]
public sealed class BackoffTests
{
    private const string Criterion = "backoff";

    private const string Later = "After many tries, one did not start when it should. Each pause is twice as long as the one before, however long it gets.";

    private const string TooLong =
        "After many tries, the next pause would have reached the deadline, and what came out was not a TimeoutException with the last failure inside. A pause is "
        + "twice as long as the one before, however long that gets: what do you count it in, and how far does that go?";

    private static readonly TimeSpan Far = TimeSpan.FromDays(10);

    private static readonly IOException Busy = new("busy");

    [Test, Interleaved, Category(Criterion)]
    public async Task Tries_that_fail_without_delay_start_at_0_1_3_and_7([Values] bool atOnce)
    {
        var line = new Line(new Try(TimeSpan.Zero, new IOException("busy")) { AtOnce = atOnce });

        var outcome = await Outcome.OfAsync(line, new(4, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), Far));

        Claim.That(line.Starts.SequenceEqual([0, 1, 3, 7]), Wording.Starts);
        EndsWithTheLast(line, outcome, 7);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Pauses_double_from_any_first_pause([Values(1, 2, 3, 7)] int tries)
    {
        var pause = Inputs.Draw().Next(50, 900);
        var line = new Line(new Try(TimeSpan.Zero, new IOException("busy")));

        var outcome = await Outcome.OfAsync(line, new(tries, TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(pause), Far));

        double[] expected = [.. Enumerable.Range(0, tries).Select(i => ((1 << i) - 1) * pause / 1000.0)];
        Claim.That(line.Starts.SequenceEqual(expected), Wording.Starts);
        EndsWithTheLast(line, outcome, expected[^1]);
    }

    /// <summary>Up to more than an hour: nobody said that they stop doubling.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Pauses_go_on_doubling()
    {
        const int tries = 14;
        var line = new Line(new Try(TimeSpan.Zero, new IOException("busy")));

        var outcome = await Outcome.OfAsync(line, new(tries, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), Far));

        double[] expected = [.. Enumerable.Range(0, tries).Select(i => (double)((1 << i) - 1))];
        Claim.That(line.Starts.Take(4).SequenceEqual(expected.Take(4)), Wording.Starts);
        Claim.That(line.Starts.SequenceEqual(expected), Later);
        EndsWithTheLast(line, outcome, expected[^1]);
    }

    /// <summary>Up to more than three weeks, from a millisecond: the next pause would be more than so many milliseconds as an int can hold.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Pauses_double_until_the_deadline_however_long_that_is([Values(1, 3)] int milliseconds)
    {
        var failure = new IOException("busy");
        var line = new Line(new Try(TimeSpan.Zero, failure));

        var outcome = await Outcome.OfAsync(
            line, new(40, TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(milliseconds), TimeSpan.FromDays(40)));

        var tries = milliseconds == 1 ? 32 : 31;
        double[] expected = [.. Enumerable.Range(0, tries).Select(i => ((1L << i) - 1) * milliseconds / 1000.0)];
        Claim.That(line.Starts.Length == tries && line.Starts.Zip(expected).All(one => Math.Abs(one.First - one.Second) < 1e-6), Later);
        Claim.That(outcome.Thrown is TimeoutException && outcome.Thrown.InnerException == failure, TooLong);
    }

    /// <summary>The pause is counted from the end of a try that takes its time.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Pauses_begin_when_a_try_has_failed()
    {
        var lengths = Inputs.Draw().Durations(4);
        var line = new Line([.. lengths.Select(length => new Try(length, new IOException("busy")))]);

        var outcome = await Outcome.OfAsync(line, new(4, TimeSpan.FromSeconds(9), TimeSpan.FromMilliseconds(300), Far));

        double[] expected = [0, At(1, 0.3), At(2, 0.9), At(3, 2.1)];
        Claim.That(line.Starts.Zip(expected).All(one => Math.Abs(one.First - one.Second) < 1e-6) && line.Starts.Length == 4, Wording.Starts);
        EndsWithTheLast(line, outcome, At(4, 2.1));

        double At(int tries, double pauses) => lengths.Take(tries).Sum(length => length.TotalSeconds) + pauses;
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_try_that_succeeds_is_the_last([Values(1, 2, 4)] int success)
    {
        var length = Inputs.Draw().Durations(1)[0];
        var line = new Line([.. Enumerable.Repeat(new Try(TimeSpan.Zero, Busy), success - 1), new(length)]);

        var outcome = await Outcome.OfAsync(line, new(5, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), Far));

        Claim.That(outcome.Result == line.Result, "A try succeeded, and its result did not come out.");
        Claim.That(line.Starts.SequenceEqual([.. Enumerable.Range(0, success).Select(i => (double)((1 << i) - 1))]), Wording.Starts);
        Claim.That(
            Math.Abs(outcome.At - ((1 << (success - 1)) - 1) - length.TotalSeconds) < 1e-6 && await line.AfterwardsAsync() == 0,
            "A try succeeded, and the call did not end then.");
    }

    [Test, Interleaved, Category(Criterion)]
    public void Pauses_do_not_block_a_loop()
    {
        var line = new Line(new Try(TimeSpan.FromMilliseconds(70), new IOException("busy")));

        Loop.Run(async () =>
        {
            var ticker = new Ticker();
            var ticking = ticker.RunAsync(40);
            await Outcome.OfAsync(line, new(3, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), Far));
            await ticking;
            Claim.That(ticker.LongestGap == Ticker.Period, "The loop stood still between two tries: a pause is awaited, and blocks nobody.");
        });
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_calls_at_once_have_each_their_own_pauses()
    {
        Line one = new(new Try(TimeSpan.Zero, Busy)), other = new(new Try(TimeSpan.Zero, Busy));

        await Task.WhenAll(
            Task.Run(() => Outcome.OfAsync(one, new(4, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), Far))),
            Task.Run(() => Outcome.OfAsync(other, new(3, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(0.25), Far))));

        Claim.That(one.Starts.SequenceEqual([0, 1, 3, 7]) && other.Starts.SequenceEqual([0, 0.25, 0.75]), Wording.Starts);
    }

    private static void EndsWithTheLast(Line line, Outcome outcome, double at) => Claim.That(
        outcome.Result is null && Math.Abs(outcome.At - at) < 1e-6 && line.Open == 0,
        "All tries had failed, and the call did not end with the last one: after that there is no pause.");
}
