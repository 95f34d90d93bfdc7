using Interleaving;
using Interleaving.NUnit;

namespace ConcurrencyKatas.ConnectionPool.Suite;

[TestFixture]
public sealed class NoLeakTests
{
    private const string Criterion = "no-leak";

    private const string NotTheFailure = "An opening failed, and its borrower did not get the exception that it threw.";

    private const string NotMovedUp = "A borrower left the line or failed to open, and the next one was not served as soon as possible.";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>At the very instant at which a connection comes back for them: they get it or they do not, and it is lost in neither case.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_wait_that_is_cancelled_beside_a_return_loses_nothing([Values(1, 2)] int size)
    {
        var house = new House();
        var pool = new Pool<House.Connection>(house.OpenAsync, size);

        var visits = await Visits.OfAsync(
            house, pool, [.. Enumerable.Repeat(new Borrower(TimeSpan.Zero, Second), size), new(Second / 2, Second, givesUp: Second)]);

        Claim.That(visits[size].Served == Second || visits[size].OwnToken, Wording.NotItsToken);
        Claim.That(await Visits.AllPlacesAreThereAsync(house, pool, size), Wording.Leaked);
    }

    /// <summary>The same with one more in the line, who is served in either case.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Whoever_stands_behind_one_who_is_cancelled_is_served()
    {
        var house = new House();
        var pool = new Pool<House.Connection>(house.OpenAsync, 1);

        var visits = await Visits.OfAsync(
            house, pool, new(TimeSpan.Zero, Second), new(Second / 4, Second, givesUp: Second), new(Second / 2, Second));

        Claim.That(visits[2].Served == (visits[1].Served is null ? Second : 2 * Second), NotMovedUp);
        Claim.That(await Visits.AllPlacesAreThereAsync(house, pool, 1), Wording.Leaked);
    }

    /// <summary>One opens and one stands in the line when both give up, at each point there is; somebody who stays comes after them.</summary>
    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task At_whatever_moment_borrowers_give_up_nothing_is_lost([Values(1, 2)] int size, [Values] bool opening)
    {
        var house = new House { Opening = opening ? Second / 2 : TimeSpan.Zero };
        var pool = new Pool<House.Connection>(house.OpenAsync, size);
        var token = Cancellation.Anywhere();

        var impatient = Enumerable.Range(0, size + 1).Select(_ => Visits.NowAsync(house, pool, Second, token)).ToArray();
        var patient = await Visits.OneAsync(house, pool, new(Second / 4, Second));
        var visits = await Task.WhenAll(impatient);

        Claim.That(visits.All(visit => visit.Served is not null || visit.OwnToken), Wording.NotItsToken);
        Claim.That(patient.Served is not null && await Visits.AllPlacesAreThereAsync(house, pool, size), Wording.Leaked);
        Claim.That(house.All.All(connection => connection.Users <= 1), Wording.Twice);
        await pool.DisposeAsync();
        Claim.That(house.AllClosedOnce, Wording.Leaked);
    }

    /// <summary>The same on threads of their own: whoever was cancelled has had no effect, and the rest is explained by some order.</summary>
    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task At_whatever_moment_somebody_gives_up_some_order_explains_the_rest()
    {
        var ledger = new Ledger(1);
        var token = Cancellation.Anywhere();

        await Task.WhenAll(ledger.BorrowAsync(times: 1, token), ledger.BorrowAsync(times: 1));
        var next = await ledger.BorrowAsync(times: 1);

        Claim.That(next, Wording.Leaked);
        ledger.IsExplained(Wording.Leaked);
    }

    /// <summary>The first in the line, one in the middle, and the last.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Whoever_is_cancelled_leaves_the_line_at_once([Values(1, 2, 3)] int place)
    {
        var draw = Inputs.Draw();
        var at = draw.Next(400, 900) * Second / 1000;
        var house = new House();
        var pool = new Pool<House.Connection>(house.OpenAsync, 1);

        var visits = await Visits.OfAsync(
            house,
            pool,
            [new(TimeSpan.Zero, Second), .. Enumerable.Range(1, 3).Select(i => new Borrower(i * Second / 10, Second, i == place ? at : null))]);

        Claim.That(visits[place].OwnToken && visits[place].Ended == at, Wording.NotItsToken);
        Claim.That(visits.Select(visit => visit.Served).OfType<TimeSpan>().SequenceEqual([TimeSpan.Zero, Second, 2 * Second]), NotMovedUp);
        Claim.That(house.Peak == 1 && await Visits.AllPlacesAreThereAsync(house, pool, 1), Wording.Leaked);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Whoever_is_cancelled_before_they_come_gets_nothing([Values] bool idle)
    {
        var house = new House();
        var pool = new Pool<House.Connection>(house.OpenAsync, 1);
        if (idle)
            await Visits.OneAsync(house, pool, new(TimeSpan.Zero, Second));

        var visit = await Visits.OneAsync(house, pool, new(TimeSpan.Zero, Second, givesUp: TimeSpan.Zero));

        Claim.That(visit.OwnToken, Wording.NotItsToken);
        Claim.That(house.Attempts == (idle ? 1 : 0), "A connection was opened for a borrower who had been cancelled before they came.");
        Claim.That(await Visits.AllPlacesAreThereAsync(house, pool, 1), Wording.Leaked);
    }

    /// <summary>The first one, several, or each second one; at once, or after a while. Whoever waits behind is served.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task An_opening_that_fails_keeps_no_place([Values(1, 2)] int size, [Values] bool atOnce)
    {
        var failing = size == 1 ? 3 : 1;
        var failures = Enumerable.Range(0, failing).Select(i => (Exception)(i == 1 ? new OperationCanceledException("too slow") : new IOException($"no line {i}"))).ToArray();
        var house = new House { Opening = Second / 2, ThrowsAtOnce = atOnce, Failure = number => number < failing ? failures[number] : null };
        var pool = new Pool<House.Connection>(house.OpenAsync, size);

        var visits = await Visits.OfAsync(house, pool, [.. Enumerable.Repeat(new Borrower(TimeSpan.Zero, Second), failing + size)]);

        var seen = visits.Where(visit => visit.Served is null).Select(visit => visit.Error).ToArray();
        Claim.That(seen.Length == failing && failures.All(failure => seen.Any(error => error == failure || (failure is OperationCanceledException && error is OperationCanceledException))), NotTheFailure);
        Claim.That(await Visits.AllPlacesAreThereAsync(house, pool, size), Wording.Leaked);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task An_opening_that_is_cancelled_keeps_no_place([Values(1, 2)] int size)
    {
        var at = Inputs.Draw().Next(100, 900) * Second / 1000;
        var house = new House { Opening = Second };
        var pool = new Pool<House.Connection>(house.OpenAsync, size);

        var visits = await Visits.OfAsync(
            house, pool, [new(TimeSpan.Zero, Second, givesUp: at), .. Enumerable.Repeat(new Borrower(TimeSpan.FromMilliseconds(10), Second), size)]);

        Claim.That(visits[0].OwnToken && visits[0].Ended == at, Wording.NotItsToken);
        Claim.That(visits[1..].Max(visit => visit.Served) == at + Second, NotMovedUp);
        Claim.That(await Visits.AllPlacesAreThereAsync(house, pool, size), Wording.Leaked);
    }

    /// <summary>The connection is there although nobody wants it any more: it may be lent all the same, and must not be lost.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task An_opening_that_does_not_listen_leaves_its_connection_to_the_pool()
    {
        var house = new House { Opening = Second, Deaf = true };
        var pool = new Pool<House.Connection>(house.OpenAsync, 1);

        await Visits.OneAsync(house, pool, new(TimeSpan.Zero, Second, givesUp: Second / 2));

        Claim.That(await Visits.AllPlacesAreThereAsync(house, pool, 1), Wording.Leaked);
        await pool.DisposeAsync();
        Claim.That(house.AllClosedOnce, Wording.Leaked);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_lease_that_is_given_back_twice_is_back_once([Values] bool atOnce)
    {
        var house = new House();
        var pool = new Pool<House.Connection>(house.OpenAsync, 2);
        var lease = await pool.RentAsync();

        var thrown = await Caught.ByAsync(async () =>
        {
            if (atOnce)
                await Task.WhenAll(Task.Run(async () => await lease.DisposeAsync()), Task.Run(async () => await lease.DisposeAsync()));
            await lease.DisposeAsync();
            await lease.DisposeAsync();
        });
        Claim.That(thrown is null, ThrownByTheLease(thrown));
        var visits = await Visits.OfAsync(house, pool, [.. Enumerable.Repeat(new Borrower(TimeSpan.Zero, Second), 4)]);

        Claim.That(house.All.All(connection => connection.Users == 1), Wording.Twice);
        Claim.That(house.Peak <= 2 && visits.Count(visit => visit.Served == Second) == 2, Wording.Leaked);
    }

    /// <summary>An old lease that is given back again does not take the connection from its new borrower.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task An_old_lease_has_no_power_over_a_new_one()
    {
        var house = new House();
        var pool = new Pool<House.Connection>(house.OpenAsync, 1);
        var old = await pool.RentAsync();
        await old.DisposeAsync();

        var borrowing = Visits.OneAsync(house, pool, new(TimeSpan.Zero, 2 * Second));
        await Task.Delay(Second);
        await old.DisposeAsync();
        var next = await Visits.OneAsync(house, pool, new(TimeSpan.Zero, Second));
        await borrowing;

        Claim.That(next.Served == 2 * Second && house.All.All(connection => connection.Users == 1), Wording.Twice);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_borrower_who_fails_gives_back_what_they_have()
    {
        var house = new House();
        var pool = new Pool<House.Connection>(house.OpenAsync, 1);
        var failure = new InvalidOperationException("wrong table");

        var seen = await Caught.ByAsync(async () =>
        {
            await using var lease = await pool.RentAsync();
            await lease.Connection.UseAsync(Second);
            throw failure;
        });

        Claim.That(ReferenceEquals(seen, failure), "A borrower failed, and giving back the connection replaced their exception with a different one.");
        Claim.That(await Visits.AllPlacesAreThereAsync(house, pool, 1), Wording.Leaked);
    }

    private static string ThrownByTheLease(Exception? thrown) =>
        $"A lease was disposed of more than once, and that threw {thrown?.GetType().Name}. Only the first time gives the connection back; after that, nothing happens.";
}
