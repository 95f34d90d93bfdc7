using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.BoundedFetch.Suite;

[TestFixture]
public sealed class WorkConservingTests
{
    private const string Criterion = "work-conserving";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>One permit too many is for <see cref="AtMostNTests"/>; here, only who is sooner than that has no limit.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Equal_fetches_take_exactly_as_many_rounds_as_the_permits_need()
    {
        var draw = Inputs.Draw();
        int limit = draw.Next(2, 4), rounds = draw.Next(2, 4);
        int[] ids = [.. Enumerable.Range(draw.Next(100, 900), (limit * rounds) + 1)];
        var server = new Server(limit, ids.Length, _ => Second);

        await Fetcher.FetchAllAsync(ids, limit, server.FetchAsync);

        var seen = server.Observe();
        Claim.That(seen.Elapsed <= (rounds + 1) * Second, "Too slow: a permit lay idle while pages were left to fetch.");
        Claim.That(
            seen.Elapsed >= Math.Ceiling(ids.Length / (limit + 1.0)) * Second,
            "Too fast: this is sooner than so many permits can do it, so more were in flight than may be.");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_permit_that_is_given_back_is_used_at_once()
    {
        var draw = Inputs.Draw();
        int[] ids = [.. Enumerable.Range(draw.Next(100, 900), 6)];
        var slow = ids[draw.Next(0, 2)];
        var server = new Server(2, ids.Length, id => id == slow ? 4 * Second : Second);

        await Fetcher.FetchAllAsync(ids, 2, server.FetchAsync);

        Claim.That(
            server.Observe().Idle == TimeSpan.Zero,
            "A permit lay idle while pages were left to fetch: one slow page held the others up. As soon as any fetch ends, "
            + "the next one must begin.");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Fewer_pages_than_permits_are_fetched_all_at_once()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 7)];
        var server = new Server(10, ids.Length, _ => Second);

        await Fetcher.FetchAllAsync(ids, 10, server.FetchAsync);

        Claim.That(server.Observe().Elapsed == Second, "There was a permit for every page, and yet some had to wait.");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Waiting_for_a_permit_holds_no_thread_up()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 3)];
        var server = new Server(1, ids.Length, _ => Second);
        var watch = Stopwatch.StartNew();

        var all = Fetcher.FetchAllAsync(ids, 1, server.FetchAsync);
        var blocked = watch.Elapsed;
        await all;

        Claim.That(
            blocked == TimeSpan.Zero,
            "The call blocked its caller while it waited: an async method gives its task back at once, and awaits a permit "
            + "instead of blocking for it.");
    }

    /// <summary>No two pages end together, so whoever looks every now and then looks too late.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Pages_of_all_lengths_leave_no_permit_idle([Values(1, 3, 5)] int limit)
    {
        var draw = Inputs.Draw();
        var lengths = draw.Durations(limit + 4);
        int[] ids = [.. Enumerable.Range(0, limit + 4)];
        var server = new Server(limit, ids.Length, id => lengths[id]);

        await Fetcher.FetchAllAsync(ids, limit, server.FetchAsync);

        Claim.That(
            server.Observe().Idle == TimeSpan.Zero,
            "A permit lay idle while pages were left to fetch. As soon as any fetch ends, the next one must begin: at that instant, and not at "
            + "the next look.");
    }

    /// <summary>On one thread that must not be blocked: a wait that blocks, wherever it is, holds the fetches up as well.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void On_a_single_thread_nobody_blocks_it()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 4)];

        Loop.Run(async () =>
        {
            var server = new Server(1, ids.Length, _ => Second / 2);
            var ticker = new Ticker();
            var ticking = ticker.RunAsync(19);
            await Fetcher.FetchAllAsync(ids, 1, server.FetchAsync);
            await ticking;
            Claim.That(
                ticker.LongestGap == Ticker.Period,
                "The caller's only thread was blocked while somebody waited for a permit: await the permit instead.");
        });
    }
}
