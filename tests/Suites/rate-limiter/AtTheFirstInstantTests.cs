using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.RateLimiter.Suite;

[TestFixture]
public sealed class AtTheFirstInstantTests
{
    private const string Criterion = "at-the-first-instant";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task Five_at_once_two_a_second()
    {
        var passages = await Ride.OfAsync(new RateLimiter(2, Second), [.. Enumerable.Repeat(new Caller(TimeSpan.Zero), 5)]);

        Claim.That(
            passages.Select(passage => passage.At).Order().SequenceEqual([TimeSpan.Zero, TimeSpan.Zero, Second, Second, 2 * Second]), Wording.NotAtTheFirst);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_before_the_turn_of_the_second_and_two_at_it()
    {
        Caller[] callers = [new(0.9 * Second), new(0.9 * Second), new(Second), new(Second)];

        var passages = await Ride.OfAsync(new RateLimiter(2, Second), callers);

        Claim.That(
            passages.Select(passage => passage.At).SequenceEqual([0.9 * Second, 0.9 * Second, 1.9 * Second, 1.9 * Second]), Wording.NotAtTheFirst);
    }

    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task Bursts_at_any_distance([Values(1, 2, 4)] int permits, [Values(1, 2)] int round)
    {
        var draw = Inputs.Draw();
        for (var i = 0; i < round; i++)
            draw.Next();
        var window = draw.Window();

        await PassAsync(permits, window, draw.Bursts(4, permits, window));
    }

    /// <summary>As many as there are permits pass at once, however many that are.</summary>
    [Test, Interleaved(Schedules = 5), Category(Criterion)]
    public async Task A_burst_on_many_permits()
    {
        var draw = Inputs.Draw();
        var permits = draw.Next(30, 50);
        var window = draw.Window();

        await PassAsync(permits, window, [.. Enumerable.Repeat(new Caller(TimeSpan.Zero), permits + 2), new(window / 2)]);
    }

    /// <summary>A long pause makes nobody wait longer, and lets nobody through sooner.</summary>
    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task A_burst_after_a_long_pause([Values(1, 2, 3)] int permits)
    {
        var draw = Inputs.Draw();
        var window = draw.Window();
        var begin = (10 * window) + (draw.Next(1, 99) * window / 100);

        await PassAsync(permits, window, [new(TimeSpan.Zero), .. Enumerable.Repeat(new Caller(begin), (2 * permits) + 1)]);
    }

    /// <summary>One millisecond before the permit is back, at that instant, and one after.</summary>
    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task At_the_instant_at_which_a_permit_comes_back_it_can_be_used([Values(-1, 0, 1)] int milliseconds)
    {
        var window = Inputs.Draw().Window();

        await PassAsync(1, window, new Caller(TimeSpan.Zero), new Caller(window + (milliseconds * Millisecond)));
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Waiting_holds_no_thread_up()
    {
        var limiter = new RateLimiter(1, Second);
        var watch = Stopwatch.StartNew();

        var all = Task.WhenAll(limiter.WaitAsync(), limiter.WaitAsync(), limiter.WaitAsync());
        var blocked = watch.Elapsed;
        await all;

        Claim.That(blocked == TimeSpan.Zero, Wording.Blocks);
        Claim.That(watch.Elapsed == 2 * Second, Wording.NotAtTheFirst);
    }

    [Test, Interleaved, Category(Criterion)]
    public void On_a_single_thread_nobody_blocks_it() => Loop.Run(async () =>
    {
        var limiter = new RateLimiter(1, Second / 2);
        var ticker = new Ticker();
        var ticking = ticker.RunAsync(15);

        await Task.WhenAll(limiter.WaitAsync(), limiter.WaitAsync(), limiter.WaitAsync());
        await ticking;

        Claim.That(ticker.LongestGap == Ticker.Period, Wording.Blocks);
    });

    private static async Task PassAsync(int permits, TimeSpan window, params Caller[] callers)
    {
        var passages = await Ride.OfAsync(new RateLimiter(permits, window), callers);

        Claim.That(passages.Passed(callers, Ride.Expected(permits, window, callers)), Wording.NotAtTheFirst);
    }
}
