using Interleaving.NUnit;

namespace ConcurrencyKatas.RateLimiter.Suite;

[TestFixture]
public sealed class ApartTests
{
    private const string Criterion = "apart";

    private const string Shared =
        "One limiter alone let its callers pass at the first possible moment, and several limiters did not. Something belongs to all of them: each "
        + "counts its own callers, with its own permits and window, and nothing of it may be static.";

    private const string Idle = "More callers came at once than there were permits, and none of them passed later than the others. A limiter has to make callers wait.";

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_limiters_at_once_know_nothing_of_each_other()
    {
        var draw = Inputs.Draw();
        var (window, other) = (draw.Window(), draw.Window());
        Caller[] crowd = [.. Enumerable.Repeat(new Caller(TimeSpan.Zero), 4)];
        if (!await IsRightAloneAsync(window))
            return;

        var passages = await Task.WhenAll(Ride.OfAsync(new RateLimiter(1, window), crowd), Ride.OfAsync(new RateLimiter(2, other), crowd));

        Claim.That(
            passages[0].Passed(crowd, Ride.Expected(1, window, crowd)) && passages[1].Passed(crowd, Ride.Expected(2, other, crowd)), Shared);
    }

    /// <summary>Not even if they have the same permits and the same window.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Two_limiters_that_are_alike_know_nothing_of_each_other([Values(1, 2)] int permits)
    {
        var window = Inputs.Draw().Window();
        Caller[] crowd = [.. Enumerable.Repeat(new Caller(TimeSpan.Zero), permits + 1)];
        if (!await IsRightAloneAsync(window))
            return;

        var passages = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Ride.OfAsync(new RateLimiter(permits, window), crowd)));

        Claim.That(passages.All(ride => ride.Passed(crowd, Ride.Expected(permits, window, crowd))), Shared);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_new_limiter_begins_anew()
    {
        var window = Inputs.Draw().Window();
        Caller[] crowd = [.. Enumerable.Repeat(new Caller(TimeSpan.Zero), 3)];
        if (!await IsRightAloneAsync(window))
            return;

        foreach (var permits in (int[])[3, 1, 2])
        {
            var passages = await Ride.OfAsync(new RateLimiter(permits, window), crowd);
            Claim.That(passages.Passed(crowd, Ride.Expected(permits, window, crowd)), Shared);
        }
    }

    /// <summary>
    /// The first limiter of all, alone. One that does not keep its rate or its time has paid for that elsewhere; one that holds nobody back has
    /// nothing that could be kept apart.
    /// </summary>
    private static async Task<bool> IsRightAloneAsync(TimeSpan window)
    {
        Caller[] crowd = [.. Enumerable.Repeat(new Caller(TimeSpan.Zero), 5)];
        var passages = await Ride.OfAsync(new RateLimiter(2, window), crowd);
        Claim.That(passages.Any(passage => passage.At > TimeSpan.Zero), Idle);
        return passages.Passed(crowd, Ride.Expected(2, window, crowd));
    }
}
