using Interleaving.NUnit;

namespace ConcurrencyKatas.ConnectionPool.Suite;

[TestFixture]
public sealed class NeverMoreTests
{
    private const string Criterion = "never-more";

    private const string OthersThanBefore =
        "As many connections were opened and lent as the size allows, and then all were rented again: among those was one that had not been lent before, or one was "
        + "missing that had been. Put a connection back before its place, so that whoever gets the place finds it.";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task No_more_are_open_than_the_size([Values(1, 3)] int size, [Values(0, 1)] int opening)
    {
        var draw = Inputs.Draw();
        var uses = draw.Durations(size + 3);
        var house = new House { Opening = opening * Second };
        var pool = new Pool<House.Connection>(house.OpenAsync, size);

        await Visits.OfAsync(house, pool, [.. uses.Select(use => new Borrower(TimeSpan.Zero, use))]);

        Claim.That(house.Peak <= size, Wording.TooMany);
        Claim.That(house.All.All(connection => connection.Users == 1), Wording.Twice);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Borrowers_who_come_and_go_share_what_is_open()
    {
        var draw = Inputs.Draw();
        var house = new House { Opening = Second / 2 };
        var pool = new Pool<House.Connection>(house.OpenAsync, 2);

        await Visits.OfAsync(house, pool, [.. Enumerable.Range(0, 6).Select(i => new Borrower(i * Second / 3, draw.Next(200, 1500) * Second / 1000))]);

        Claim.That(house.Peak <= 2, Wording.TooMany);
        Claim.That(house.All.All(connection => connection.Users == 1), Wording.Twice);
    }

    /// <summary>The tasks share nothing but the pool, and use a plain number of the connection's: two at once, or no order between them, is a race.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_connection_is_handed_from_one_thread_to_another([Values(1, 2)] int size)
    {
        var pool = new Pool<Pencil>(_ => Task.FromResult(new Pencil()), size);
        List<Pencil> seen = [];

        await Task.WhenAll(Enumerable.Range(0, size + 1).Select(_ => Task.Run(async () =>
        {
            await using var lease = await pool.RentAsync();
            lease.Connection.Strokes++;
        })));

        for (var i = 0; i < size; i++)
            seen.Add((await pool.RentAsync()).Connection);
        Claim.That(seen.Distinct().Count() == size, Wording.Twice);
        Claim.That(seen.Sum(pencil => pencil.Strokes) == size + 1, OthersThanBefore);
    }

    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task Some_order_explains_what_borrowers_on_several_threads_see([Values(1, 2)] int size)
    {
        var ledger = new Ledger(size);

        await Task.WhenAll(Enumerable.Range(0, size + 1).Select(i => ledger.BorrowAsync(times: 1 + (i % 2))));

        ledger.IsExplained(Wording.TooManyLeases);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_pools_have_each_their_own_connections()
    {
        House one = new(), other = new();
        Pool<House.Connection> narrow = new(one.OpenAsync, 1), wide = new(other.OpenAsync, 3);
        Borrower[] crowd = [.. Enumerable.Repeat(new Borrower(TimeSpan.Zero, Second), 3)];

        var visits = await Task.WhenAll(Visits.OfAsync(one, narrow, crowd), Visits.OfAsync(other, wide, crowd));

        Claim.That(one is { Peak: 1, Attempts: 1 } && other is { Peak: 3, Attempts: 3 }, Wording.Shared);
        Claim.That(visits[1].All(visit => visit.Served == TimeSpan.Zero), Wording.Shared);
    }
}
