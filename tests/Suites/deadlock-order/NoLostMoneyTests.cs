using Interleaving.NUnit;

namespace ConcurrencyKatas.DeadlockOrder.Suite;

/// <summary>All transfers go the same way here, so that nobody can stand in a circle.</summary>
[TestFixture]
public sealed class NoLostMoneyTests
{
    private const string Criterion = "no-lost-money";

    [Test, Interleaved, Category(Criterion)]
    public void One_after_the_other_every_transfer_counts()
    {
        var draw = Inputs.Draw();
        var (money, amount) = (draw.Next(100, 200), draw.Next(1, 100));
        Account from = new(draw.Next(10, 20), money), to = new(draw.Next(1, 10), 0);
        var stamps = 0;

        Claim.That(Bank.Transfer(from, to, amount, () => stamps++), Wording.Refused);
        Claim.That(from.Balance == money - amount && to.Balance == amount, Wording.Lost);
        Claim.That(stamps == 1, Wording.StampOnce);

        Claim.That(!Bank.Transfer(from, to, money - amount + 1, () => stamps++), Wording.Overdrawn);
        Claim.That(from.Balance == money - amount && to.Balance == amount, Wording.RefusedLeavesTrace);
        Claim.That(stamps == 1, Wording.StampRefused);

        Claim.That(Bank.Transfer(from, to, money - amount), Wording.Refused);
        Claim.That(from.Balance == 0 && to.Balance == money, Wording.Lost);
    }

    [Test, Interleaved, Category(Criterion)]
    public void To_oneself_nothing_changes()
    {
        var money = Inputs.Draw().Next(10, 100);
        var account = new Account(7, money);
        var stamps = 0;

        Claim.That(Bank.Transfer(account, account, money, () => stamps++), Wording.SelfAnswer);
        Claim.That(!Bank.Transfer(account, account, money + 1, () => stamps++), Wording.SelfAnswer);
        Claim.That(account.Balance == money, Wording.Self);
        Claim.That(stamps == 1, Wording.StampOnce);
    }

    /// <summary>Out of one account, into one, and both with one in the middle.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void Transfers_at_once_all_count([Values] Shape shape)
    {
        var draw = Inputs.Draw();
        int first = draw.Next(1, 50), second = draw.Next(1, 50);
        Account a = new(1, 100), b = new(2, 100), c = new(3, 100);
        bool one = false, two = false;

        Village.AtOnce(
            () => one = Bank.Transfer(a, shape == Shape.IntoOne ? c : b, first),
            () => two = Bank.Transfer(shape == Shape.OutOfOne ? a : b, c, second));

        Claim.That(one && two, Wording.Refused);
        int[] expected = shape switch
        {
            Shape.OutOfOne => [100 - first - second, 100 + first, 100 + second],
            Shape.IntoOne => [100 - first, 100 - second, 100 + first + second],
            Shape.Through => [100 - first, 100 + first - second, 100 + second],
        };
        Claim.That(expected.SequenceEqual([a.Balance, b.Balance, c.Balance]), Wording.Lost);
    }

    public enum Shape
    {
        OutOfOne,
        IntoOne,
        Through,
    }

    [Test, Interleaved, Category(Criterion)]
    public void The_same_money_is_not_moved_twice()
    {
        var money = Inputs.Draw().Next(10, 100);
        Account from = new(1, money), to = new(2, 0), other = new(3, 0);
        bool one = false, two = false;

        Village.AtOnce(() => one = Bank.Transfer(from, to, money), () => two = Bank.Transfer(from, other, money));

        Claim.That(!(one && two), Wording.Overdrawn);
        Claim.That(one || two, Wording.Refused);
        Claim.That(from.Balance == 0 && to.Balance == (one ? money : 0) && other.Balance == (two ? money : 0), Wording.Lost);
    }

    /// <summary>Two wait for the same transfer: what is refused must not leave the other one behind.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void One_that_is_refused_lets_others_go_on()
    {
        var money = Inputs.Draw().Next(10, 100);
        Account from = new(1, money), to = new(2, money), one = new(3, 0), other = new(4, 0);
        bool covered = false, paid = false;

        Village.AtOnce(
            () => Bank.Transfer(from, to, 1, Village.Stamp(TimeSpan.FromSeconds(1))),
            () => covered = Bank.Transfer(from, one, money + 1),
            () => paid = Bank.Transfer(to, other, money));

        Claim.That(!covered, Wording.Overdrawn);
        Claim.That(paid, Wording.Refused);
        Claim.That(from.Balance == money - 1 && to.Balance == 1 && one.Balance == 0 && other.Balance == money, Wording.Lost);
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_transfer_into_an_account_is_no_reason_to_refuse_one_out_of_it()
    {
        var money = Inputs.Draw().Next(10, 100);
        Account giver = new(1, 50), busy = new(2, money), taker = new(3, 0);
        var paid = false;

        Village.AtOnce(() => Bank.Transfer(giver, busy, 50), () => paid = Bank.Transfer(busy, taker, money));

        Claim.That(paid, Wording.Refused);
        Claim.That(giver.Balance == 0 && busy.Balance == 50 && taker.Balance == money, Wording.Lost);
    }
}
