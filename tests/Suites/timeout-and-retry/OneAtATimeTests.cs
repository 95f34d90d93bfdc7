using Interleaving.NUnit;

namespace ConcurrencyKatas.TimeoutAndRetry.Suite;

[TestFixture]
public sealed class OneAtATimeTests
{
    private const string Criterion = "one-at-a-time";

    private const string Crowd = "A try began before the one before it had ended. A try that was cancelled may need time, or not listen: await it.";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Far = TimeSpan.FromDays(10);

    [Test, Interleaved, Category(Criterion)]
    public async Task A_try_that_does_not_listen_ends_before_the_next_begins()
    {
        var line = new Line(new Try(5 * Second, new IOException("cut off")) { Deaf = true });

        await Outcome.OfAsync(line, new(3, 2 * Second, Second, Far));

        Claim.That(line.Peak == 1, Crowd);
        Claim.That(line.Starts.SequenceEqual([0, 6, 13]), "A try did not listen to its token. The pause after it begins when it has ended.");
        await HasEndedAsync(line);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_try_that_cleans_up_ends_before_the_next_begins()
    {
        var line = new Line(Try.Endless with { CleanUp = 1.5 * Second });

        await Outcome.OfAsync(line, new(3, 2 * Second, Second, Far));

        Claim.That(line.Peak == 1, Crowd);
        Claim.That(line.Starts.SequenceEqual([0, 4.5, 10]), "A try that was cancelled cleaned up. The pause after it begins when it has ended.");
        await HasEndedAsync(line);
    }

    /// <summary>Whatever ends the call, a try that needs time has ended before.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Nothing_goes_on_after_the_end([Values("caller", "deadline", "last try")] string ended, [Values] bool deaf)
    {
        var line = new Line(deaf ? new Try(7 * Second, new IOException("cut off")) { Deaf = true } : Try.Endless with { CleanUp = 3 * Second });
        using var cancellation = new CancellationTokenSource(ended == "caller" ? Second : Far);

        var outcome = await Outcome.OfAsync(
            line, new(ended == "last try" ? 1 : 3, 2 * Second, Second, ended == "deadline" ? 1.5 * Second : Far), cancellation.Token);

        Claim.That(outcome.Result is null && line.Starts is [0], "The call was to end with this try, and another followed.");
        await HasEndedAsync(line);
    }

    private static async Task HasEndedAsync(Line line) => Claim.That(line.Open == 0 && await line.AfterwardsAsync() == 0, Wording.Zombie);
}
