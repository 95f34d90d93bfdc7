using Interleaving.NUnit;

namespace ConcurrencyKatas.BoundedFetch.Suite;

[TestFixture]
public sealed class InputOrderTests
{
    private const string Criterion = "input-order";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task Results_stand_where_their_ids_stand_when_the_last_come_first()
    {
        var first = Inputs.Draw().Next(100, 900);
        int[] ids = [first + 30, first + 20, first + 10, first];
        var server = new Server(4, ids.Length, id => (id - first + 1) * Second);

        ComesInOrder(await Fetcher.FetchAllAsync(ids.Copy(), 4, server.FetchAsync), ids);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Results_stand_where_their_ids_stand_when_an_id_comes_twice()
    {
        var draw = Inputs.Draw();
        int once = draw.Next(100, 500), twice = draw.Next(500, 900);
        int[] ids = [twice, once, twice];
        var server = new Server(2, ids.Length, id => id == twice ? 2 * Second : Second);

        ComesInOrder(await Fetcher.FetchAllAsync(ids.Copy(), 2, server.FetchAsync), ids);
        Claim.That(
            server.Observe().Asked.Count(id => id == twice) == 2,
            "An id occurred twice, and its page was not fetched twice. Fetch once for each place, and keep nothing by its id.");
        Claim.That(
            server.Observe().InFlight == 0,
            "An id occurred twice, and the call ended while one of the two fetches was still in flight. Keep the task of each place, and nothing by its id.");
    }

    /// <summary>Each fetch has an answer of its own; which of the two places gets which is left open.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task An_id_that_comes_twice_gets_the_pages_of_both_fetches()
    {
        var draw = Inputs.Draw();
        int once = draw.Next(100, 500), twice = draw.Next(500, 900), edition = 0;
        int[] ids = [twice, once, twice];
        var server = new Server(2, ids.Length, id => id == twice ? 2 * Second : Second);

        var pages = await Fetcher.FetchAllAsync(ids.Copy(), 2, FetchAsync);

        ComesInOrder([.. pages.Select(page => page.Split('/')[0])], ids);
        Claim.That(
            pages.Distinct().Count() == ids.Length,
            "An id occurred twice, and the server's answer had changed between its two fetches: both places got the same answer. Each place gets what "
            + "its own fetch brought; keep nothing by its id.");

        async Task<string> FetchAsync(int id, CancellationToken token)
        {
            var mine = Interlocked.Increment(ref edition);
            return $"{await server.FetchAsync(id, token)}/{mine}";
        }
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task No_ids_give_no_pages()
    {
        ComesInOrder(await Fetcher.FetchAllAsync([], 2, (id, _) => Task.FromResult(Server.Page(id))), []);
    }

    private static void ComesInOrder(string[] pages, int[] ids) => Claim.That(
        pages.SequenceEqual(ids.Select(Server.Page)),
        "The results are not in the order of the ids: a result goes where its id stands, not where it arrives.");
}
