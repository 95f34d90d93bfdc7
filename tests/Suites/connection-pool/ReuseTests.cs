using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.ConnectionPool.Suite;

[TestFixture]
public sealed class ReuseTests
{
    private const string Criterion = "reuse";

    private const string Opened = "A new connection was opened although an idle one was there. Take an idle one first.";

    private const string Idle =
        "A borrower waited although a connection was idle or there was room to open one. Lend a connection again at the moment when it comes back.";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task Five_rents_of_a_second_through_two_take_three()
    {
        var house = new House();
        var pool = new Pool<House.Connection>(house.OpenAsync, 2);

        var visits = await Visits.OfAsync(house, pool, [.. Enumerable.Repeat(new Borrower(TimeSpan.Zero, Second), 5)]);

        Claim.That(house.Now == 3 * Second && visits.All(visit => visit.Served is not null), Idle);
        Claim.That(house.Attempts == 2, Opened);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task One_after_the_other_they_share_one([Values(1, 2, 3)] int size)
    {
        var house = new House { Opening = Second / 2 };
        var pool = new Pool<House.Connection>(house.OpenAsync, size);

        for (var i = 0; i < size + 2; i++)
            await Visits.OneAsync(house, pool, new Borrower(TimeSpan.Zero, Second));

        Claim.That(house.Attempts == 1, Opened);
        Claim.That(house.Now == (Second / 2) + ((size + 2) * Second), Idle);
    }

    /// <summary>Two of three have come back; of three more borrowers, only the third needs a new one.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_new_one_is_opened_only_when_none_is_idle()
    {
        var house = new House();
        var pool = new Pool<House.Connection>(house.OpenAsync, 3);
        await Visits.OfAsync(house, pool, [.. Enumerable.Repeat(new Borrower(TimeSpan.Zero, Second), 2)]);

        await Visits.OfAsync(house, pool, [.. Enumerable.Repeat(new Borrower(TimeSpan.Zero, Second), 2)]);
        var before = house.Attempts;
        await Visits.OfAsync(house, pool, [.. Enumerable.Repeat(new Borrower(TimeSpan.Zero, Second), 3)]);

        Claim.That(before == 2 && house.Attempts == 3, Opened);
    }

    /// <summary>While one is being opened, another can be opened, and one that is idle can be lent.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Openings_hold_nobody_up()
    {
        var house = new House { Opening = 2 * Second };
        var pool = new Pool<House.Connection>(house.OpenAsync, 3);

        var visits = await Visits.OfAsync(
            house,
            pool,
            new(TimeSpan.Zero, Second),
            new(TimeSpan.Zero, 5 * Second),
            new(3.5 * Second, 5 * Second),
            new(4 * Second, 5 * Second),
            new(4.5 * Second, Second));

        Claim.That(visits.Select(visit => visit.Served).SequenceEqual([2 * Second, 2 * Second, 3.5 * Second, 6 * Second, 7 * Second]), Idle);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task No_connection_lies_idle_while_somebody_waits([Values(1, 2, 3)] int size)
    {
        var draw = Inputs.Draw();
        var uses = draw.Durations(size + 4);
        var house = new House();
        var inside = new InFlight(size, uses.Length);
        var pool = new Pool<House.Connection>(house.OpenAsync, size);

        await Task.WhenAll(uses.Select(async use =>
        {
            await using var lease = await pool.RentAsync();
            inside.Enter();
            await lease.Connection.UseAsync(use);
            inside.Leave();
        }));

        Claim.That(inside.Idle == TimeSpan.Zero, Idle);
        Claim.That(house.Attempts == size, Opened);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Waiting_holds_no_thread_up()
    {
        var house = new House();
        var pool = new Pool<House.Connection>(house.OpenAsync, 1);
        var watch = Stopwatch.StartNew();

        var visits = Visits.OfAsync(house, pool, [.. Enumerable.Repeat(new Borrower(TimeSpan.Zero, Second), 3)]);
        var blocked = watch.Elapsed;
        await visits;

        Claim.That(blocked == TimeSpan.Zero, Wording.Blocks);
    }

    [Test, Interleaved, Category(Criterion)]
    public void On_a_single_thread_nobody_blocks_it() => Loop.Run(async () =>
    {
        var house = new House { Opening = Second / 4, Closing = Second / 4 };
        await using var pool = new Pool<House.Connection>(house.OpenAsync, 1);
        var ticker = new Ticker();
        var ticking = ticker.RunAsync(20);

        await Visits.OfAsync(house, pool, [.. Enumerable.Repeat(new Borrower(TimeSpan.Zero, Second / 2), 3)]);
        await ticking;

        Claim.That(ticker.LongestGap == Ticker.Period, Wording.Blocks);
    });
}
