using Interleaving.NUnit;

namespace ConcurrencyKatas.RateLimiter.Suite;

[TestFixture]
public sealed class NeverTooManyTests
{
    private const string Criterion = "never-too-many";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Across the turn of a second, where windows of the clock let twice as many through.</summary>
    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task A_window_may_begin_at_any_instant([Values(1, 2, 3)] int permits)
    {
        var draw = Inputs.Draw();
        var window = draw.Window();
        var late = draw.Next(60, 99) * window / 100;
        Caller[] callers = [.. Enumerable.Repeat(new Caller(late), permits), .. Enumerable.Repeat(new Caller(window), permits)];

        KeepsTo(permits, window, await Ride.OfAsync(new RateLimiter(permits, window), callers));
    }

    /// <summary>What a bucket would have saved up while nobody came.</summary>
    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task Idle_time_is_not_saved_up([Values(1, 2, 3)] int permits, [Values(1, 2, 10)] int idle)
    {
        var draw = Inputs.Draw();
        var window = draw.Window();
        var begin = (idle * window) + (draw.Next(0, 100) * window / 100);
        Caller[] callers =
        [
            new(TimeSpan.Zero),
            .. Enumerable.Repeat(new Caller(begin), permits),
            .. Enumerable.Repeat(new Caller(begin + (window / 2)), permits),
        ];

        KeepsTo(permits, window, await Ride.OfAsync(new RateLimiter(permits, window), callers));
    }

    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task Bursts_at_any_distance([Values(1, 2, 4)] int permits, [Values(1, 2)] int round)
    {
        var draw = Inputs.Draw();
        for (var i = 0; i < round; i++)
            draw.Next();
        var window = draw.Window();

        KeepsTo(permits, window, await Ride.OfAsync(new RateLimiter(permits, window), draw.Bursts(4, permits, window)));
    }

    /// <summary>From several threads at once. They share nothing but the limiter.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Several_threads_at_once([Values(1, 2)] int permits)
    {
        var limiter = new RateLimiter(permits, Second);
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var passages = await Task.WhenAll(Enumerable.Range(0, permits + 2).Select(_ => Task.Run(async () =>
        {
            await limiter.WaitAsync();
            return new Passage(watch.Elapsed, watch.Elapsed, false);
        })));

        KeepsTo(permits, Second, passages);
    }

    /// <summary>Newcomers at the very instant at which a permit comes back, while others have waited for it.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Newcomers_at_the_instant_at_which_a_permit_comes_back([Values(1, 2)] int permits)
    {
        var window = Inputs.Draw().Window();
        Caller[] callers =
        [
            .. Enumerable.Repeat(new Caller(TimeSpan.Zero), permits), new(window / 2), new(window), new(window),
        ];

        KeepsTo(permits, window, await Ride.OfAsync(new RateLimiter(permits, window), callers));
    }

    /// <summary>Whoever loses patience after a minute passes without a permit.</summary>
    [Test, Interleaved(Schedules = 5), Category(Criterion)]
    public async Task Nobody_loses_patience_with_a_window_of_minutes()
    {
        var limiter = new RateLimiter(1, TimeSpan.FromMinutes(3));
        await limiter.WaitAsync();

        var second = limiter.WaitAsync();
        await Task.Delay(TimeSpan.FromMinutes(2.5));

        Claim.That(!second.IsCompleted, Wording.TooMany);
    }

    private static void KeepsTo(int permits, TimeSpan window, Passage[] passages) => Claim.That(!passages.TooMany(permits, window), Wording.TooMany);
}
