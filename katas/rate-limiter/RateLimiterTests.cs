using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.RateLimiter;

// Under [Interleaved] the clock is virtual: nothing here takes a second, and 1.9 s means exactly 1.9 s.
[TestFixture]
public sealed class RateLimiterTests
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    private readonly Stopwatch _watch = Stopwatch.StartNew();

    [Test, Interleaved]
    public async Task Two_a_second_and_five_cabins_at_once()
    {
        var limiter = new RateLimiter(2, OneSecond);

        var left = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => LeaveAsync(limiter)));

        left.Order().ToArray().ShouldBe([0, 0, 1, 1, 2], "Two leave at once, two a second later, and the last one a second after those.");
    }

    [Test, Interleaved]
    public async Task A_second_is_any_second()
    {
        var limiter = new RateLimiter(2, OneSecond);

        var left = await Task.WhenAll(LeaveAsync(limiter, 0.9), LeaveAsync(limiter, 0.9), LeaveAsync(limiter, 1), LeaveAsync(limiter, 1));

        left.ShouldBe(
            [0.9, 0.9, 1.9, 1.9],
            "From 0.9 s to 1.9 s is one second too: whoever comes at 1.0 s must wait for a second after the first two, and no longer.");
    }

    [Test, Interleaved]
    public async Task A_pause_saves_nothing_up()
    {
        var limiter = new RateLimiter(2, OneSecond);

        var left = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => LeaveAsync(limiter, 10)));

        left.Order().ToArray().ShouldBe([10, 10, 11, 11], "Even after ten seconds in which nobody came, only two may leave in one second.");
    }

    [Test, Interleaved]
    public async Task First_come_first_served()
    {
        var limiter = new RateLimiter(1, OneSecond);

        var left = await Task.WhenAll(LeaveAsync(limiter), LeaveAsync(limiter, 0.5), LeaveAsync(limiter, 1));

        left.ShouldBe([0, 1, 2], "The second has been waiting since 0.5 s when the third comes, so it gets the permit that comes back at 1 s.");
    }

    [Test, Interleaved]
    public async Task Whoever_gives_up_uses_no_permit()
    {
        var limiter = new RateLimiter(1, OneSecond);
        using var cancellation = new CancellationTokenSource(0.5 * OneSecond);
        await limiter.WaitAsync();

        var waiting = limiter.WaitAsync(cancellation.Token);
        var next = LeaveAsync(limiter);

        var seen = await Should.ThrowAsync<OperationCanceledException>(waiting, "A caller who is cancelled while waiting must be told.");
        seen.CancellationToken.ShouldBe(cancellation.Token);
        _watch.Elapsed.ShouldBe(0.5 * OneSecond, "A wait ends at the instant at which it is cancelled.");
        (await next).ShouldBe(1, "The one before has given up, so the next one moves up and leaves at 1 s.");
    }

    [Test, Interleaved]
    public async Task Two_lifts_know_nothing_of_each_other()
    {
        RateLimiter one = new(1, OneSecond), other = new(1, 3 * OneSecond);

        var left = await Task.WhenAll(LeaveAsync(one), LeaveAsync(other), LeaveAsync(one), LeaveAsync(other));

        left.Order().ToArray().ShouldBe([0, 0, 1, 3], "Each lift counts its own cabins.");
    }

    /// <summary>Comes to the lift at some second, and tells when the cabin leaves.</summary>
    private async Task<double> LeaveAsync(RateLimiter limiter, double comes = 0)
    {
        await Task.Delay(comes * OneSecond);
        await limiter.WaitAsync();
        return _watch.Elapsed.TotalSeconds;
    }
}
