using Interleaving.NUnit;

namespace ConcurrencyKatas.DeadlockOrder.Suite;

/// <summary>Transfers go from lower numbers to higher ones: whoever deadlocks here does so because of a total.</summary>
[TestFixture]
public sealed class OneMomentTests
{
    private const string Criterion = "one-moment";

    [Test, Interleaved, Category(Criterion)]
    public void The_total_is_right_when_nobody_else_is_there([Values(0, 1, 5)] int count)
    {
        var accounts = Village.Accounts(Inputs.Draw(), count, 100);

        Claim.That(Bank.Total(accounts) == 100 * count, count == 0 ? Wording.Empty : Wording.TotalAlone);
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_total_beside_a_transfer_is_that_of_one_moment([Values] bool isDescending)
    {
        var (accounts, money) = Three();
        var total = 0;

        Village.AtOnce(
            () => Bank.Transfer(accounts[0], accounts[1], 10),
            () => total = Bank.Total(isDescending ? [accounts[2], accounts[1], accounts[0]] : accounts));

        Claim.That(total == money, Wording.Moment);
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_total_beside_two_transfers_is_that_of_one_moment()
    {
        var (accounts, money) = Three();
        var total = 0;

        Village.AtOnce(
            () => Bank.Transfer(accounts[0], accounts[2], 10),
            () => Bank.Transfer(accounts[1], accounts[2], 20),
            () => total = Bank.Total([accounts[1], accounts[2], accounts[0]]));

        Claim.That(total == money, Wording.Moment);
    }

    [Test, Interleaved, Category(Criterion)]
    public void Totals_in_any_order_do_not_stand_in_a_circle()
    {
        var (accounts, money) = Three();
        int there = 0, back = 0, round = 0;

        Village.AtOnce(
            () => there = Bank.Total(accounts),
            () => back = Bank.Total([accounts[2], accounts[1], accounts[0]]),
            () => round = Bank.Total([accounts[1], accounts[2], accounts[0]]));

        Claim.That(there == money && back == money && round == money, Wording.TotalAlone);
    }

    /// <summary>Numbers that are farther apart than an int can say: whoever sorts by their difference has no order for all three.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void Totals_of_numbers_far_apart_do_not_stand_in_a_circle()
    {
        var draw = Inputs.Draw();
        Account low = new(int.MinValue + draw.Next(20, 30), 100), middle = new(draw.Next(-10, 10), 100), high = new(int.MaxValue - draw.Next(20, 30), 100);
        int one = 0, other = 0, third = 0;

        Village.AtOnce(
            () => one = Bank.Total([low, middle]),
            () => other = Bank.Total([middle, high]),
            () => third = Bank.Total([high, low]));

        Claim.That(one == 200 && other == 200 && third == 200, Wording.TotalAlone);
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_total_of_some_accounts_shows_a_transfer_whole_or_not_at_all()
    {
        var (accounts, _) = Three();
        int before = accounts[0].Balance + accounts[2].Balance, total = 0, balance = 0, own = accounts[1].Balance;

        Village.AtOnce(
            () => Bank.Transfer(accounts[0], accounts[1], 10),
            () => total = Bank.Total([accounts[2], accounts[0]]),
            () => balance = accounts[1].Balance);

        Claim.That(total == before || total == before - 10, Wording.Moment);
        Claim.That(balance == own || balance == own + 10, Wording.Balance);
    }

    /// <summary>While a transfer is stamped, money may be here or there; it is never in both places, and never in none.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void A_total_beside_a_slow_transfer_is_that_of_one_moment()
    {
        var (accounts, money) = Three();
        var total = 0;

        Village.AtOnce(
            () => Bank.Transfer(accounts[0], accounts[2], 10, Village.Stamp(TimeSpan.FromSeconds(1))),
            () =>
            {
                Thread.Sleep(TimeSpan.FromSeconds(0.5));
                total = Bank.Total(accounts);
            });

        Claim.That(total == money, Wording.Moment);
    }

    private static (Account[] Accounts, int Money) Three()
    {
        var draw = Inputs.Draw();
        Account[] accounts = [new(draw.Next(1, 10), draw.Next(50, 100)), new(draw.Next(10, 20), draw.Next(50, 100)), new(draw.Next(20, 30), draw.Next(50, 100))];
        return (accounts, accounts[0].Balance + accounts[1].Balance + accounts[2].Balance);
    }
}
