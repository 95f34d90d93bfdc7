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

    [Test, Interleaved, Category(Criterion)]
    public async Task No_ids_give_no_pages()
    {
        ComesInOrder(await Fetcher.FetchAllAsync([], 2, (id, _) => Task.FromResult(Server.Page(id))), []);
    }

    private static void ComesInOrder(string[] pages, int[] ids) => Claim.That(
        pages.SequenceEqual(ids.Select(Server.Page)),
        "The results are not in the order of the ids: a result goes where its id stands, not where it arrives.");
}
