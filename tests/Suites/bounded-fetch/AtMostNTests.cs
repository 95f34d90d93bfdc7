using Interleaving.NUnit;

namespace ConcurrencyKatas.BoundedFetch.Suite;

[TestFixture]
public sealed class AtMostNTests
{
    private const string Criterion = "at-most-n";

    private const string OwnLimit =
        "Of several calls with different limits, one had more in flight than its own limit allows. The limit, and the permits for it, belong "
        + "to one call and must not be static.";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task Fetches_of_one_length_never_exceed_the_limit()
    {
        var draw = Inputs.Draw();
        int limit = draw.Next(2, 4), first = draw.Next(100, 900);
        int[] ids = [.. Enumerable.Range(first, limit + 3)];
        var server = new Server(limit, ids.Length, _ => Second);

        await Fetcher.FetchAllAsync(ids.Copy(), limit, server.FetchAsync);

        StaysWithin(limit, ids, server.Observe());
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Fetches_of_many_lengths_never_exceed_the_limit()
    {
        var draw = Inputs.Draw();
        int[] ids = [.. Enumerable.Range(draw.Next(100, 900), 7)];
        var lengths = ids.ToDictionary(id => id, _ => TimeSpan.FromMilliseconds(draw.Next(1, 5) * 100));
        var server = new Server(3, ids.Length, id => lengths[id]);

        await Fetcher.FetchAllAsync(ids.Copy(), 3, server.FetchAsync);

        StaysWithin(3, ids, server.Observe());
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_limit_of_one_means_one_after_the_other()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 3)];
        var server = new Server(1, ids.Length, _ => Second);

        await Fetcher.FetchAllAsync(ids.Copy(), 1, server.FetchAsync);

        StaysWithin(1, ids, server.Observe());
    }

    /// <summary>
    /// Whoever waits for a minute, or for an hour, and then goes in without a permit. An answer that asks again and again whether there
    /// is room would ask for days; that is no fault against the limit, so it is left to <see cref="WorkConservingTests"/>.
    /// </summary>
    [Test, Interleaved(MaxSteps = 20_000), Category(Criterion)]
    public async Task Nobody_loses_patience_with_a_server_that_takes_days()
    {
        if (await AsksAgainAndAgainAsync())
            return;
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 3)];
        var server = new Server(1, ids.Length, _ => TimeSpan.FromDays(3));

        await Fetcher.FetchAllAsync(ids.Copy(), 1, server.FetchAsync);

        StaysWithin(1, ids, server.Observe());
    }

    /// <summary>A limit belongs to one call, whatever another call before it, or beside it, was told.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task One_call_after_the_other_keeps_its_own_limit()
    {
        var draw = Inputs.Draw();
        int low = draw.Next(1, 3), high = low + draw.Next(1, 4);
        var idle = new List<TimeSpan>();
        foreach (var limit in (int[])[high, low, high])
        {
            int[] ids = [.. Enumerable.Range(draw.Next(100, 900), limit + 2)];
            var server = new Server(limit, ids.Length, _ => Second);

            await Fetcher.FetchAllAsync(ids.Copy(), limit, server.FetchAsync);

            var seen = server.Observe();
            Claim.That(seen.Peak <= limit, OwnLimit);
            idle.Add(seen.Idle);
        }

        Claim.That(
            idle[2] - idle[0] < Second,
            "The same call, made again after one with a lower limit, left permits idle that it had used the first time: the limit, and the "
            + "permits for it, belong to one call and must not be static.");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_calls_at_once_keep_each_its_own_limit()
    {
        var draw = Inputs.Draw();
        int low = draw.Next(1, 3), high = low + draw.Next(1, 3);
        int[] few = [.. Enumerable.Range(draw.Next(100, 400), low + 2)], many = [.. Enumerable.Range(draw.Next(500, 900), high + 2)];
        Server narrow = new(low, few.Length, _ => Second), wide = new(high, many.Length, _ => Second);

        await Task.WhenAll(
            Task.Run(() => Fetcher.FetchAllAsync(few.Copy(), low, narrow.FetchAsync)),
            Task.Run(() => Fetcher.FetchAllAsync(many.Copy(), high, wide.FetchAsync)));

        Claim.That(narrow.Observe().Peak <= low && wide.Observe().Peak <= high, OwnLimit);
    }

    /// <summary>The same limit is no reason to share permits: together two calls take as long as one of them does alone.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Two_calls_at_once_with_one_limit_have_each_all_their_permits()
    {
        var draw = Inputs.Draw();
        var limit = draw.Next(1, 4);
        int[] ids = [.. Enumerable.Range(draw.Next(100, 900), limit + 2)];
        var alone = await TimeAsync(limit, ids);

        var together = await Task.WhenAll(Task.Run(() => TimeAsync(limit, ids)), Task.Run(() => TimeAsync(limit, ids)));

        Claim.That(
            together.All(time => time < alone + (Second / 2)),
            "Two calls with the same limit ran at once, and took longer than one of them alone: they shared their permits. Permits belong to one "
            + "call and must not be static.");
    }

    private static async Task<TimeSpan> TimeAsync(int limit, int[] ids)
    {
        var server = new Server(limit, ids.Length, _ => Second);
        await Fetcher.FetchAllAsync(ids.Copy(), limit, server.FetchAsync);
        return server.Observe().Elapsed;
    }

    /// <summary>Pages that are there at once, in between: a permit that is never missed for long is a permit all the same.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Fetches_that_are_done_at_once_keep_to_the_limit_as_well()
    {
        var draw = Inputs.Draw();
        int[] ids = [.. Enumerable.Range(draw.Next(100, 900), 6)];
        var cached = ids[draw.Next(1, 4)];
        var server = new Server(2, ids.Length - 1, _ => Second);

        await Fetcher.FetchAllAsync(
            ids, 2, (id, token) => id == cached ? Task.FromResult(Server.Page(id)) : server.FetchAsync(id, token));

        StaysWithin(2, [.. ids.Where(id => id != cached)], server.Observe());
    }

    /// <summary>Between one page's end and the next look a permit lies idle: such an answer has been found out elsewhere.</summary>
    private static async Task<bool> AsksAgainAndAgainAsync()
    {
        var lengths = Inputs.Draw().Durations(4);
        int[] ids = [0, 1, 2, 3];
        var server = new Server(1, ids.Length, id => lengths[id]);
        await Fetcher.FetchAllAsync(ids.Copy(), 1, server.FetchAsync);
        return server.Observe().Idle > TimeSpan.Zero;
    }

    private static void StaysWithin(int limit, int[] ids, Observation seen)
    {
        Claim.That(
            seen.Peak <= limit,
            "More were in flight at once than the limit allows: a fetch may begin only with a permit in its hand.");
        Claim.That(seen.Asked.Order().SequenceEqual(ids), "Every page must be fetched, and once only.");
    }
}
