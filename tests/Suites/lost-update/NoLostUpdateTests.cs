using Interleaving.NUnit;

namespace ConcurrencyKatas.LostUpdate.Suite;

/// <summary>Nobody reads the account while others change it: that is for <see cref="ConsistentReadTests"/>.</summary>
[TestFixture]
public sealed class NoLostUpdateTests
{
    private const string Criterion = "no-lost-update";

    private const string Lost = "All deposits have returned, and the balance does not show all of them.";

    private const string Shared =
        "A booking on one account changed another, or an account forgot its own: what belongs to an account must not be static.";

    [Test, Interleaved, Category(Criterion)]
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
            account.GetStatement().Shows(opening + more - less, more, less),
            "The statement is wrong even when nobody else is there.");
    }

    /// <summary>Figures that fill nearly all the bits that they have.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void Large_sums_are_right_to_the_cent()
    {
        var draw = Inputs.Draw();
        int opening = draw.Next(500_000_000, 600_000_000), more = draw.Next(900_000_000, 1_000_000_000), less = draw.Next(1_000_000_000, 1_100_000_000);
        var account = new Account(opening);

        account.Deposit(more);
        account.Deposit(1);
        var paid = account.Withdraw(less);

        Claim.That(
            paid && account.Balance == opening + more + 1 - less
            && account.GetStatement() == new Statement(opening + more + 1 - less, more + 1, less),
            "With large sums the figures are not right to the cent. Each of them needs all the bits of an int.");
    }

    [Test, Interleaved, Category(Criterion)]
    public void Each_account_has_money_of_its_own()
    {
        var draw = Inputs.Draw();
        int mine = draw.Next(100, 500), yours = draw.Next(500, 900), more = draw.Next(1, 100), less = draw.Next(1, 100);
        var (first, second) = (new Account(mine), new Account(yours));

        first.Deposit(more);
        second.Withdraw(less);

        Claim.That(first.GetStatement().Shows(mine + more, more, 0) && first.Balance == mine + more, Shared);
        Claim.That(second.GetStatement().Shows(yours - less, 0, less) && second.Balance == yours - less, Shared);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_accounts_at_once_keep_their_money_apart()
    {
        var draw = Inputs.Draw();
        int mine = draw.Next(100, 500), yours = draw.Next(500, 900), more = draw.Next(1, 100), much = draw.Next(100, 200);
        var (first, second) = (new Account(mine), new Account(yours));

        await Task.WhenAll(Task.Run(() => first.Deposit(more)), Task.Run(() => second.Deposit(much)));

        Claim.That(first.Balance == mine + more && second.Balance == yours + much, Shared);
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

        Claim.That(account.Balance == amounts.Sum(), Lost);
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

        Claim.That(account.Balance == first + first + second + third, Lost);
        Claim.That(
            account.GetStatement().Deposited == first + second + third,
            "A deposit is missing from the total of deposits: that figure is shared too, and is read, added to, written.");
    }

    /// <summary>What was booked must add up. A check that is not one step with the act is for <see cref="NeverOverdrawnTests"/>.</summary>
    [Test, Interleaved(DataRaces = false), Category(Criterion)]
    public async Task A_deposit_and_a_withdrawal_both_count()
    {
        var draw = Inputs.Draw();
        int opening = draw.Next(300, 400), more = draw.Next(1, 100), less = draw.Next(100, 300);
        var account = new Account(opening);
        var paid = false;
        var payOut = new Thread(() => paid = account.Withdraw(less));

        payOut.Start();
        await Task.Run(() => account.Deposit(more));
        payOut.Join();

        Both(account, opening, more, paid ? less : 0);
    }

    /// <summary>Whether a withdrawal had to be paid is for <see cref="NeverOverdrawnTests"/>; what was paid must have been taken.</summary>
    [Test, Interleaved(DataRaces = false), Category(Criterion)]
    public async Task Withdrawals_all_count_and_are_all_in_the_total()
    {
        var draw = Inputs.Draw();
        int first = draw.Next(1, 100), second = draw.Next(100, 200), rest = draw.Next(1, 50);
        var account = new Account(first + second + rest);

        var paid = await Task.WhenAll(
            Task.Run(() => account.Withdraw(first)),
            Task.Run(() => account.Withdraw(second)));
        var taken = (paid[0] ? first : 0) + (paid[1] ? second : 0);

        Claim.That(
            account.Balance == first + second + rest - taken,
            "Two withdrawals ran at the same time and have returned, and the balance does not fit what they paid out.");
        Claim.That(
            account.GetStatement().Withdrawn == taken,
            "A withdrawal is missing from the total of withdrawals: that figure is shared too.");
    }

    private static void Both(Account account, int opening, int paidIn, int paidOut)
    {
        Claim.That(
            account.Balance == opening + paidIn - paidOut,
            "A deposit and a withdrawal ran at the same time. Both have returned, and the balance does not show both.");
        Claim.That(
            account.GetStatement().Shows(opening + paidIn - paidOut, paidIn, paidOut),
            "A deposit and a withdrawal ran at the same time. Both have returned, and the statement does not show both.");
    }
}
