using Interleaving.NUnit;

namespace ConcurrencyKatas.ConnectionPool.Suite;

[TestFixture]
public sealed class ClosingTests
{
    private const string Criterion = "closing";

    private const string NotOnce =
        "The pool was closed and every lease given back, and some connection was not closed exactly once and completely. The pool closes the idle "
        + "ones; a connection that is lent is closed when it comes back.";

    private const string NotTurnedAway =
        "The pool was closed, and a borrower who waited or came later did not get an ObjectDisposedException at that moment.";

    private const string NotWaitedFor =
        "A lease was disposed of while the pool was being closed, and its DisposeAsync ended before the connection was closed. Mark the pool as closed before "
        + "you close the first connection.";

    private const string TooEarly = "A connection was closed while its borrower was still using it.";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task The_idle_ones_are_closed_now_and_the_others_when_they_come_back([Values(1, 2, 3)] int idle)
    {
        var house = new House { Closing = Second / 4 };
        var pool = new Pool<House.Connection>(house.OpenAsync, idle + 1);
        await Visits.OfAsync(house, pool, [.. Enumerable.Repeat(new Borrower(TimeSpan.Zero, Second), idle + 1)]);
        var lease = await pool.RentAsync();

        await pool.DisposeAsync();
        var closed = house.All.Count(connection => connection.IsClosed);
        var kept = lease.Connection.Closings == 0;
        await lease.DisposeAsync();

        Claim.That(kept, TooEarly);
        Claim.That(closed == idle && house.AllClosedOnce, NotOnce);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Those_who_wait_are_turned_away_at_once([Values(1, 2)] int waiting)
    {
        var house = new House { Closing = Second / 4 };
        var pool = new Pool<House.Connection>(house.OpenAsync, 1);

        var visits = Visits.OfAsync(house, pool, [new(TimeSpan.Zero, 2 * Second), .. Enumerable.Range(1, waiting).Select(i => new Borrower(i * Second / 4, Second))]);
        await Task.Delay(Second);
        await pool.DisposeAsync();
        var late = await Visits.OneAsync(house, pool, new(TimeSpan.Zero, Second));
        var all = await visits;

        Claim.That(all[1..].All(visit => visit.Error is ObjectDisposedException && visit.Ended == Second), NotTurnedAway);
        Claim.That(late.Error is ObjectDisposedException, NotTurnedAway);
        Claim.That(house.AllClosedOnce && house.Attempts == 1, NotOnce);
        Claim.That(!house.All[0].Misused, TooEarly);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Closing_twice_closes_each_once([Values] bool atOnce)
    {
        var house = new House { Closing = Second / 4 };
        var pool = new Pool<House.Connection>(house.OpenAsync, 2);
        await Visits.OfAsync(house, pool, [.. Enumerable.Repeat(new Borrower(TimeSpan.Zero, Second), 2)]);

        if (atOnce)
            await Task.WhenAll(Task.Run(async () => await pool.DisposeAsync()), Task.Run(async () => await pool.DisposeAsync()));
        await pool.DisposeAsync();
        await pool.DisposeAsync();

        Claim.That(house.AllClosedOnce, NotOnce);
    }

    /// <summary>In the middle of a slow closing: the lease closes its own connection, and waits until it is closed, whoever else is closing what.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_return_while_the_idle_ones_are_being_closed_is_closed_when_it_is_back([Values(1, 2)] int idle)
    {
        var draw = Inputs.Draw();
        var house = new House { Closing = Second };
        var pool = new Pool<House.Connection>(house.OpenAsync, idle + 1);
        await Visits.OfAsync(house, pool, [.. Enumerable.Repeat(new Borrower(TimeSpan.Zero, Second), idle + 1)]);
        var lease = await pool.RentAsync();

        var closing = Task.Run(async () => await pool.DisposeAsync());
        await Task.Delay(draw.Next(100, 900) * Second / 1000);
        await lease.DisposeAsync();
        var closed = lease.Connection.IsClosed;
        await closing;

        Claim.That(closed, NotWaitedFor);
        Claim.That(house.AllClosedOnce, NotOnce);
    }

    /// <summary>At one instant, on two threads: the connection is closed by one of the two.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Closing_beside_a_return_closes_it_once()
    {
        var house = new House();
        var pool = new Pool<House.Connection>(house.OpenAsync, 1);
        var lease = await pool.RentAsync();

        await Task.WhenAll(Task.Run(async () => await pool.DisposeAsync()), Task.Run(async () => await lease.DisposeAsync()));

        Claim.That(house.AllClosedOnce, NotOnce);
    }

    /// <summary>At one instant, on two threads: the borrower gets a connection or is turned away, and nothing is left open.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Closing_beside_a_rent_leaves_nothing_open([Values] bool idle)
    {
        var house = new House();
        var pool = new Pool<House.Connection>(house.OpenAsync, 1);
        if (idle)
            await Visits.OneAsync(house, pool, new(TimeSpan.Zero, TimeSpan.Zero));

        var visit = Task.Run(() => Visits.OneAsync(house, pool, new(TimeSpan.Zero, Second)));
        await Task.WhenAll(Task.Run(async () => await pool.DisposeAsync()), visit);

        Claim.That((await visit).Served is not null || (await visit).Error is ObjectDisposedException, NotTurnedAway);
        Claim.That(house.AllClosedOnce, NotOnce);
    }

    /// <summary>Each rent gets a connection or is turned away; none that comes after the closing gets one.</summary>
    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task Some_order_explains_rents_and_returns_beside_the_closing([Values(1, 2)] int size)
    {
        var ledger = new Ledger(size);

        await Task.WhenAll(ledger.BorrowAsync(times: 2), ledger.BorrowAsync(times: 1), ledger.CloseAsync());
        var late = await ledger.BorrowAsync(times: 1);

        Claim.That(!late, NotTurnedAway);
        ledger.IsExplained(NotTurnedAway);
    }

    /// <summary>Whoever is just opening gets the connection or is turned away; it is closed in the end.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Closing_during_an_opening_leaves_nothing_open()
    {
        var house = new House { Opening = 2 * Second };
        var pool = new Pool<House.Connection>(house.OpenAsync, 2);

        var visits = Visits.OfAsync(house, pool, [.. Enumerable.Repeat(new Borrower(TimeSpan.Zero, Second), 2)]);
        await Task.Delay(Second);
        await pool.DisposeAsync();
        var all = await visits;

        Claim.That(all.All(visit => visit.Served is not null || visit.Error is ObjectDisposedException), NotTurnedAway);
        Claim.That(house.AllClosedOnce && house.Attempts == 2, NotOnce);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_pool_that_nobody_used_opens_nothing()
    {
        var house = new House();

        await new Pool<House.Connection>(house.OpenAsync, 2).DisposeAsync();

        Claim.That(house.Attempts == 0, NotOnce);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Closing_one_pool_leaves_another_alone()
    {
        House one = new(), other = new();
        Pool<House.Connection> closed = new(one.OpenAsync, 1), open = new(other.OpenAsync, 1);
        await Visits.OneAsync(other, open, new(TimeSpan.Zero, Second));

        await closed.DisposeAsync();
        var visit = await Visits.OneAsync(other, open, new(TimeSpan.Zero, Second));

        Claim.That(visit.Served is not null && other.All is [{ Closings: 0 }], Wording.Shared);
    }
}
