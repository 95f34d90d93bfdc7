using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.Heisenbug.Suite;

[TestFixture]
public sealed class LastSeatTests
{
    private const string Criterion = "last-seat";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task Threads_never_get_more_seats_than_there_are([Values(1, 2)] int seats)
    {
        var bank = new Bank(20);
        var office = new BoxOffice(bank, seats);

        var sold = await Task.WhenAll(Enumerable.Range(0, seats + 1).Select(i => Task.Run(() => office.BuyAsync($"buyer {i}"))));

        Claim.That(sold.Count(seat => seat) <= seats && bank.Charged.Length <= seats, Wording.SoldTwice);
        Claim.That(sold.Count(seat => seat) == seats && bank.Charged.Length == seats, Wording.Unsold);
    }

    [Test, Interleaved, Category(Criterion)]
    public void Buyers_on_the_loop_never_get_more_seats_than_there_are([Values(1, 2, 4)] int seats)
    {
        var bank = new Bank(20) { Charging = Second };
        var office = new BoxOffice(bank, seats);
        var later = Inputs.Draw().Next(100, 900);

        Loop.Run(async () =>
        {
            List<Task<bool>> buyers = [.. Enumerable.Range(0, seats).Select(i => office.BuyAsync($"buyer {i}"))];
            await Task.Delay(later);
            buyers.Add(office.BuyAsync("too late"));
            var sold = await Task.WhenAll(buyers);
            Claim.That(sold.Count(seat => seat) <= seats && bank.Charged.Length <= seats, Wording.SoldTwice);
            Claim.That(sold.Count(seat => seat) == seats && bank.Charged.Length == seats, Wording.Unsold);
        });
    }

    /// <summary>The figures of the page: two charges of a second take a second.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void Charges_overlap([Values(2, 3)] int count)
    {
        var bank = new Bank(20) { Charging = Second };
        var office = new BoxOffice(bank, count + 1);

        Loop.Run(async () =>
        {
            await office.PriceAsync();
            var watch = Stopwatch.StartNew();
            await Task.WhenAll(Enumerable.Range(0, count).Select(i => office.BuyAsync($"buyer {i}")));
            Claim.That(watch.Elapsed == Second && bank.Charges.Peak == count, Wording.OneByOne);
        });
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_failed_charge_frees_the_seat_for_one_who_comes_later([Values] bool atOnce)
    {
        var failure = new OperationCanceledException("the bank gave up by itself");
        var bank = new Bank(20) { Charging = Second, ThrowsAtOnce = atOnce, Failure = buyer => buyer.StartsWith("poor", StringComparison.Ordinal) ? failure : null };
        var office = new BoxOffice(bank, 2);

        Loop.Run(async () =>
        {
            var first = Caught.ByAsync(() => office.BuyAsync("poor 1"));
            var second = Caught.ByAsync(() => office.BuyAsync("poor 2"));
            Claim.That(ReferenceEquals(await first, failure) && ReferenceEquals(await second, failure), Wording.Failure);
            Claim.That(await office.BuyAsync("rich 1"), Wording.SeatKept);
            Claim.That(await office.BuyAsync("rich 2"), Wording.SeatKept);
            Claim.That(!await office.BuyAsync("rich 3"), Wording.SoldTwice);
        });

        Claim.That(bank.Charged is [("rich 1", 20), ("rich 2", 20)], Wording.SoldTwice);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_failed_charge_beside_others_frees_one_seat([Values] bool atOnce)
    {
        var bank = new Bank(20) { ThrowsAtOnce = atOnce, Failure = buyer => buyer == "poor" ? new IOException() : null };
        var office = new BoxOffice(bank, 2);
        if (atOnce)
            await office.PriceAsync();

        await Task.WhenAll(Caught.ByAsync(() => Task.Run(() => office.BuyAsync("poor"))), Task.Run(() => office.BuyAsync("rich 1")));
        bool last = await office.BuyAsync("rich 2"), none = await office.BuyAsync("rich 3");

        Claim.That(last, Wording.SeatKept);
        Claim.That(!none && bank.Charged.Length == 2, Wording.SoldTwice);
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_price_that_cannot_be_had_frees_the_seat()
    {
        var failure = new IOException("the line is dead");
        var bank = new Bank(20) { Asking = Second, Refusal = n => n == 1 ? failure : null };
        var office = new BoxOffice(bank, 1);

        Loop.Run(async () =>
        {
            Claim.That(ReferenceEquals(await Caught.ByAsync(() => office.BuyAsync("first")), failure), Wording.Failure);
            var second = office.BuyAsync("second");
            await Task.WhenAny(second, Task.Delay(TimeSpan.FromMinutes(1)));
            Claim.That(second is { IsCompletedSuccessfully: true, Result: true }, Wording.SeatKeptWithoutPrice);
        });
    }
}
