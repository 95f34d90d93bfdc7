using Interleaving.NUnit;

namespace ConcurrencyKatas.ConnectionPool.Suite;

[TestFixture]
public sealed class NoStarvationTests
{
    private const string Criterion = "no-starvation";

    private const string Overtaken =
        "A borrower who came later got a connection sooner. Borrowers wait in one line, and what comes back goes to the first in it, before a "
        + "newcomer can take it.";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task Those_who_wait_are_served_in_the_order_in_which_they_came([Values(1, 2, 3)] int size)
    {
        var draw = Inputs.Draw();
        var uses = draw.Durations(size + 4);

        await InOrderAsync(size, [.. uses.Select((use, i) => new Borrower(i * Second / 20, use))]);
    }

    /// <summary>Each newcomer comes at the very instant at which a connection comes back for somebody who has waited.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_newcomer_does_not_take_what_comes_back_for_one_who_has_waited([Values(1, 2)] int size)
    {
        await InOrderAsync(
            size,
            [
                .. Enumerable.Repeat(new Borrower(TimeSpan.Zero, Second), size),
                .. Enumerable.Range(1, size + 1).Select(i => new Borrower(i * Second / 10, Second)),
                new(Second, Second),
                new(2 * Second, Second),
            ]);
    }

    /// <summary>The place that a failed opening leaves goes to the first in the line, too.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task The_place_of_a_failed_opening_goes_to_the_first_in_the_line()
    {
        var house = new House { Opening = Second, Failure = number => number == 0 ? new IOException("no line") : null };
        var pool = new Pool<House.Connection>(house.OpenAsync, 1);

        var visits = await Visits.OfAsync(
            house, pool, new(TimeSpan.Zero, Second), new(Second / 4, Second), new(Second / 2, Second), new(Second, Second));

        Claim.That(
            visits[0].Served is null && visits.Skip(1).Select(visit => visit.Served).SequenceEqual([2 * Second, 3 * Second, 4 * Second]),
            Overtaken);
    }

    private static async Task InOrderAsync(int size, Borrower[] borrowers)
    {
        var house = new House();
        var pool = new Pool<House.Connection>(house.OpenAsync, size);

        var visits = await Visits.OfAsync(house, pool, borrowers);

        Claim.That(
            !borrowers.SelectMany((earlier, i) => borrowers.Skip(i + 1).Select((later, j) => earlier.Comes < later.Comes && visits[i].Served > visits[i + 1 + j].Served))
                .Any(overtaken => overtaken),
            Overtaken);
    }
}
