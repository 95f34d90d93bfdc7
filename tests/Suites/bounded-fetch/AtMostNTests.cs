using Interleaving.NUnit;

namespace ConcurrencyKatas.BoundedFetch.Suite;

[TestFixture]
public sealed class AtMostNTests
{
    private const string Criterion = "at-most-n";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task Fetches_of_one_length_never_exceed_the_limit()
    {
        var draw = Inputs.Draw();
        int limit = draw.Next(2, 4), first = draw.Next(100, 900);
        int[] ids = [.. Enumerable.Range(first, limit + 3)];
        var server = new Server(limit, ids.Length, _ => Second);

        await Fetcher.FetchAllAsync(ids, limit, server.FetchAsync);

        StaysWithin(limit, ids, server.Observe());
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Fetches_of_many_lengths_never_exceed_the_limit()
    {
        var draw = Inputs.Draw();
        int[] ids = [.. Enumerable.Range(draw.Next(100, 900), 7)];
        var lengths = ids.ToDictionary(id => id, _ => TimeSpan.FromMilliseconds(draw.Next(1, 5) * 100));
        var server = new Server(3, ids.Length, id => lengths[id]);

        await Fetcher.FetchAllAsync(ids, 3, server.FetchAsync);

        StaysWithin(3, ids, server.Observe());
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_limit_of_one_means_one_after_the_other()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 3)];
        var server = new Server(1, ids.Length, _ => Second);

        await Fetcher.FetchAllAsync(ids, 1, server.FetchAsync);

        StaysWithin(1, ids, server.Observe());
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Nobody_loses_patience_with_a_server_that_takes_days()
    {
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 3)];
        var server = new Server(1, ids.Length, _ => TimeSpan.FromDays(3));

        await Fetcher.FetchAllAsync(ids, 1, server.FetchAsync);

        StaysWithin(1, ids, server.Observe());
    }

    private static void StaysWithin(int limit, int[] ids, Observation seen)
    {
        Claim.That(
            seen.Peak <= limit,
            "More were in flight at once than the limit allows: a fetch may begin only with a permit in its hand.");
        Claim.That(seen.Asked.Order().SequenceEqual(ids), "Every page must be fetched, and once only.");
    }
}
