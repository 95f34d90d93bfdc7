using Interleaving.NUnit;

namespace ConcurrencyKatas.LostUpdate.Suite;

/// <summary>Nobody reads the account while others change it: that is for <see cref="ConsistentReadTests"/>.</summary>
[TestFixture]
public sealed class NoLostUpdateTests
{
    private const string Criterion = "no-lost-update";

    [Test, Category(Criterion)]
    public void One_after_the_other_every_booking_counts()
    {
        var draw = Inputs.Draw();
        int opening = draw.Next(100, 500), more = draw.Next(1, 500), less = draw.Next(1, 100);
        var account = new Account(opening);

        account.Deposit(more);
        var paid = account.Withdraw(less);

        Claim.That(paid, "A withdrawal was refused although there was enough money, and nobody else was there.");
        Claim.That(account.Balance == opening + more - less, "The balance is wrong even when nobody else is there.");
        Claim.That(
            account.GetStatement() == new Statement(opening + more - less, more, less),
            "The statement is wrong even when nobody else is there.");
    }

    [Test, Category(Criterion)]
    public void Each_account_has_money_of_its_own()
    {
        var draw = Inputs.Draw();
        int mine = draw.Next(100, 500), yours = draw.Next(500, 900), more = draw.Next(1, 100);
        var (first, second) = (new Account(mine), new Account(yours));

        first.Deposit(more);

        Claim.That(
            first.Balance == mine + more && second.GetStatement() == new Statement(yours, 0, 0),
            "A booking on one account changed another: what belongs to an account must not be static.");
    }

    [Test, Interleaved, Category(Criterion)]
    public void Deposits_from_several_threads_all_count()
    {
        var draw = Inputs.Draw();
        int[] amounts = [draw.Next(1, 100), draw.Next(100, 200), draw.Next(200, 300)];
        var account = new Account(0);
        var threads = amounts.Select(amount => new Thread(() => account.Deposit(amount))).ToList();

        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Claim.That(
            account.Balance == amounts.Sum(),
            "A deposit was lost: two threads read the same old balance, and the last one to write forgot the other.");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Deposits_from_tasks_all_count_and_are_all_in_the_total()
    {
        var draw = Inputs.Draw();
        int first = draw.Next(1, 100), second = draw.Next(100, 200), third = draw.Next(200, 300);
        var account = new Account(first);

        await Task.WhenAll(
            Task.Run(() =>
            {
                account.Deposit(first);
                account.Deposit(second);
            }),
            Task.Run(() => account.Deposit(third)));

        Claim.That(
            account.Balance == first + first + second + third,
            "A deposit was lost: two tasks read the same old balance, and the last one to write forgot the other.");
        Claim.That(
            account.GetStatement().Deposited == first + second + third,
            "A deposit is missing from the total of deposits: that figure is shared too, and is read, added to, written.");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_deposit_and_a_withdrawal_both_count()
    {
        var draw = Inputs.Draw();
        int opening = draw.Next(300, 400), more = draw.Next(1, 100), less = draw.Next(100, 300);
        var account = new Account(opening);
        var payOut = new Thread(() => account.Withdraw(less));

        payOut.Start();
        await Task.Run(() => account.Deposit(more));
        payOut.Join();

        Claim.That(
            account.Balance == opening + more - less,
            "A deposit and a withdrawal at the same time did not both count: are both behind the same lock?");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Withdrawals_all_count_and_are_all_in_the_total()
    {
        var draw = Inputs.Draw();
        int first = draw.Next(1, 100), second = draw.Next(100, 200), rest = draw.Next(1, 50);
        var account = new Account(first + second + rest);

        var paid = await Task.WhenAll(
            Task.Run(() => account.Withdraw(first)),
            Task.Run(() => account.Withdraw(second)));

        Claim.That(paid.All(yes => yes), "A withdrawal was refused although there was enough money for all of them.");
        Claim.That(
            account.Balance == rest,
            "A withdrawal was paid out but not taken off the balance: two of them wrote over one another.");
        Claim.That(
            account.GetStatement().Withdrawn == first + second,
            "A withdrawal is missing from the total of withdrawals: that figure is shared too.");
    }
}
