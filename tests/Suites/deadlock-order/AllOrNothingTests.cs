using Interleaving.NUnit;

namespace ConcurrencyKatas.DeadlockOrder.Suite;

[TestFixture]
public sealed class AllOrNothingTests
{
    private const string Criterion = "all-or-nothing";

    /// <summary>At once or later, and also with an exception that elsewhere means that somebody cancelled.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void A_stamp_that_fails_moves_nothing_and_frees_both_accounts([Values] bool isLate, [Values] bool isCancellation)
    {
        var draw = Inputs.Draw();
        var money = draw.Next(10, 100);
        Account low = new(1, money), high = new(2, money);
        Exception failure = isCancellation ? new OperationCanceledException("no ink") : new IOException("no ink");
        var downwards = draw.Next(2) == 0;
        var (from, to) = downwards ? (high, low) : (low, high);

        var seen = FailureOf(() => Bank.Transfer(from, to, money, () => Fail(isLate, failure)));

        Claim.That(ReferenceEquals(seen, failure), Wording.Failure);
        Claim.That(from.Balance == money && to.Balance == money, Wording.Moved);

        bool there = false, back = false;
        var helper = new Thread(() => (there, back) = (Bank.Transfer(low, high, money), Bank.Transfer(high, low, money)));
        helper.Start();
        Claim.That(helper.Join(TimeSpan.FromMinutes(1)), Wording.StillLocked);
        Claim.That(there && back, Wording.StillLocked);
    }

    /// <summary>Whoever waits for one of the accounts gets it, and whoever reads sees nothing of what never happened.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void While_a_stamp_fails_others_wait_and_see_nothing_of_it()
    {
        var money = Inputs.Draw().Next(10, 100);
        Account from = new(1, money), to = new(2, money), other = new(3, 0);
        var failure = new IOException("no ink");
        Exception? seen = null;
        var (before, after) = (0, 0);
        var paid = false;

        Village.AtOnce(
            () => seen = FailureOf(() => Bank.Transfer(from, to, money, () => throw failure)),
            () => (before, after) = (from.Balance, to.Balance),
            () => paid = Bank.Transfer(to, other, money));

        Claim.That(ReferenceEquals(seen, failure), Wording.Failure);
        Claim.That(before == money && (after == money || after == 0), Wording.Seen);
        Claim.That(paid && from.Balance == money && to.Balance == 0 && other.Balance == money, Wording.StillLocked);
    }

    [Test, Interleaved, Category(Criterion)]
    public void To_oneself_a_stamp_may_fail_as_well()
    {
        var account = new Account(1, 10);
        var failure = new IOException("no ink");

        Claim.That(ReferenceEquals(FailureOf(() => Bank.Transfer(account, account, 5, () => throw failure)), failure), Wording.Failure);

        var helper = new Thread(() => Bank.Transfer(account, new Account(2, 0), 10));
        helper.Start();
        Claim.That(helper.Join(TimeSpan.FromMinutes(1)), Wording.StillLocked);
        Claim.That(account.Balance == 0, Wording.StillLocked);
    }

    private static void Fail(bool isLate, Exception failure)
    {
        if (isLate)
            Thread.Sleep(TimeSpan.FromSeconds(1));
        throw failure;
    }

    private static Exception? FailureOf(Func<bool> transfer)
    {
        try
        {
            transfer();
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }
}
