using Interleaving.NUnit;

namespace ConcurrencyKatas.LostUpdate;

[TestFixture]
public sealed class LostUpdateTests
{
    [Test, Interleaved]
    public void Money_is_paid_in_and_out()
    {
        var account = new Account(100);

        account.Deposit(50);
        account.Withdraw(30).ShouldBeTrue("There was enough money: the withdrawal must be paid out.");

        account.Balance.ShouldBe(120, "The balance is what was there, plus what came in, minus what went out.");
        account.GetStatement().ShouldBe(new Statement(120, 50, 30), "The statement must add up deposits and withdrawals.");
    }

    [Test, Interleaved]
    public void A_withdrawal_that_is_too_large_changes_nothing()
    {
        var account = new Account(100);

        account.Withdraw(101).ShouldBeFalse("There was not enough money: the withdrawal must be refused.");

        account.GetStatement().ShouldBe(new Statement(100, 0, 0), "A refused withdrawal must leave no trace.");
    }

    [Test, Interleaved]
    public async Task Two_deposits_both_count()
    {
        var account = new Account(0);

        await Task.WhenAll(Task.Run(() => account.Deposit(100)), Task.Run(() => account.Deposit(50)));

        account.Balance.ShouldBe(
            150,
            "An update was lost: both deposits read the same old balance, and the one that wrote last forgot the other. "
            + "Reading, adding and writing must be one step that nobody can come between.");
    }

    [Test, Interleaved]
    public void A_deposit_and_a_withdrawal_on_two_threads_both_count()
    {
        var account = new Account(100);
        var payIn = new Thread(() => account.Deposit(50));
        var payOut = new Thread(() => account.Withdraw(30));

        payIn.Start();
        payOut.Start();
        payIn.Join();
        payOut.Join();

        account.Balance.ShouldBe(
            120,
            "An update was lost between a deposit and a withdrawal: every method that changes the account must keep "
            + "the others out, with the same lock.");
    }

    [Test, Interleaved]
    public async Task The_same_money_is_not_paid_out_twice()
    {
        var account = new Account(100);

        var paid = await Task.WhenAll(Task.Run(() => account.Withdraw(80)), Task.Run(() => account.Withdraw(80)));

        paid.Count(yes => yes).ShouldBe(
            1,
            "100 can pay 80 only once. Between \"is there enough?\" and \"take it\" another withdrawal took it: "
            + "the check and the act must be one step.");
        account.Balance.ShouldBe(20, "After one withdrawal of 80 from 100, 20 must be left.");
    }

    [Test, Interleaved]
    public async Task A_statement_shows_one_single_moment()
    {
        var account = new Account(100);

        var deposit = Task.Run(() => account.Deposit(50));
        var statement = await Task.Run(account.GetStatement);
        await deposit;

        statement.Balance.ShouldBe(
            100 + statement.Deposited - statement.Withdrawn,
            "The statement mixes two moments: it was read while a deposit was half done. "
            + "Readers need the lock too.");
    }
}
