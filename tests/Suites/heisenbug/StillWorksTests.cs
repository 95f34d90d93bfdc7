using Interleaving.NUnit;

namespace ConcurrencyKatas.Heisenbug.Suite;

/// <summary>What worked before, one call after another.</summary>
[TestFixture]
public sealed class StillWorksTests
{
    private const string Criterion = "still-works";

    [Test, Interleaved, Category(Criterion)]
    public async Task Seats_are_sold_one_after_another_until_none_is_left([Values(1, 3, 6)] int seats)
    {
        var draw = Inputs.Draw();
        var price = draw.Next(10, 90);
        var bank = new Bank(price);
        var office = new BoxOffice(bank, seats);
        string[] buyers = [.. Enumerable.Range(0, seats).Select(_ => $"buyer {draw.Next(1_000)}")];

        foreach (var buyer in buyers)
            Claim.That(await office.BuyAsync(buyer), Wording.Unsold);

        Claim.That(!await office.BuyAsync("too late"), Wording.SoldTwice);
        Claim.That(bank.Charged.SequenceEqual(buyers.Select(buyer => (buyer, price))), Wording.Charged);
        Claim.That(await office.PriceAsync() == price, Wording.Price);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_offices_know_their_own_price_and_seats()
    {
        Bank cheap = new(10), dear = new(90);
        BoxOffice one = new(cheap, 1), other = new(dear, 2);

        Claim.That(await one.PriceAsync() == 10 && await other.PriceAsync() == 90, Wording.Shared);
        Claim.That(await one.BuyAsync("a") && await other.BuyAsync("b") && await other.BuyAsync("c"), Wording.Shared);
        Claim.That(cheap.Charged is [("a", 10)] && dear.Charged is [("b", 90), ("c", 90)], Wording.Charged);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task No_seats_no_charge()
    {
        var bank = new Bank(20);
        var office = new BoxOffice(bank, 0);

        Claim.That(!await office.BuyAsync("buyer") && bank.Charged is [], Wording.SoldTwice);
    }
}
