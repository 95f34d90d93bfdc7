using Interleaving.NUnit;

namespace ConcurrencyKatas.TimeoutAndRetry.Suite;

/// <summary>Each try has its own limit, and the next follows. When it starts, and how many there are, is for "backoff".</summary>
[TestFixture]
public sealed class PerTryTests
{
    private const string Criterion = "per-try";

    private const string NoneFollows = "A try took too long, and no other followed, although there were tries left.";

    private static readonly TimeSpan Far = TimeSpan.FromDays(10);

    [Test, Interleaved, Category(Criterion)]
    public async Task Tries_that_never_answer_start_at_0_3_and_7()
    {
        var line = new Line(Try.Endless);

        var outcome = await Outcome.OfAsync(line, new(3, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), Far));

        Claim.That(line.Starts.Length >= 3, NoneFollows);
        await AreCutAsync(line, times: 3, limit: 2);
        Claim.That(
            outcome.Thrown is TimeoutException && Math.Abs(outcome.At - line.Starts[^1] - 2) < 1e-6,
            "The last try took too long, and the call did not end with a TimeoutException at the limit of that try.");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_try_that_takes_too_long_has_failed_and_the_next_may_succeed([Values(1, 2, 3)] int slow)
    {
        var draw = Inputs.Draw();
        int limit = draw.Next(200, 900), pause = draw.Next(1000, 1900);
        var line = new Line([.. Enumerable.Repeat(Try.Endless, slow), new(TimeSpan.FromMilliseconds(limit - 1))]);

        var outcome = await Outcome.OfAsync(line, new(5, TimeSpan.FromMilliseconds(limit), TimeSpan.FromMilliseconds(pause), Far));

        Claim.That(line.Starts.Length > slow, NoneFollows);
        await AreCutAsync(line, slow, limit / 1000.0);
        Claim.That(
            outcome.Result == line.Result,
            "A try answered within its limit, and its result did not come out. Each try has a limit of its own, which begins when it starts.");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_limit_of_one_call_is_none_of_another()
    {
        Line one = new(Try.Endless), other = new(new Try(TimeSpan.FromSeconds(4)));

        var outcomes = await Task.WhenAll(
            Task.Run(() => Outcome.OfAsync(one, new(2, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), Far))),
            Task.Run(() => Outcome.OfAsync(other, new(2, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1), Far))));

        Claim.That(one.Starts.Length >= 2, NoneFollows);
        await AreCutAsync(one, times: 2, limit: 1);
        Claim.That(outcomes[1].Result == other.Result && outcomes[1].At == 4, "Of two calls at once, one was cut at the limit of the other.");
    }

    /// <summary>Whoever left before the try had ended let it hear of its limit all the same.</summary>
    private static async Task AreCutAsync(Line line, int times, double limit)
    {
        await line.AfterwardsAsync();
        Claim.That(
            line.Cancelled.Length >= times && line.Cancelled.Zip(line.Starts).All(one => Math.Abs(one.First - one.Second - limit) < 1e-6),
            "A try that took too long was not cancelled at its limit, by its token. A limit on waiting is no limit on working.");
    }
}
