using Interleaving.NUnit;

namespace ConcurrencyKatas.LostUpdate.Suite;

/// <summary>No test of the first two criteria reads the account while others change it: that is the third one's matter.</summary>
[TestFixture]
public sealed class LostUpdateSuite
{
    private const string NoLostUpdate = "no-lost-update";
    private const string NeverOverdrawn = "never-overdrawn";
    private const string ConsistentRead = "consistent-read";

    [Test, Category(NoLostUpdate)]
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

    [Test, Interleaved, Category(NoLostUpdate)]
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

    [Test, Interleaved, Category(NoLostUpdate)]
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

    [Test, Interleaved, Category(NoLostUpdate)]
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

    [Test, Interleaved, Category(NoLostUpdate)]
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

    [Test, Interleaved, Category(NeverOverdrawn)]
    public async Task The_same_money_is_not_paid_out_twice()
    {
        var draw = Inputs.Draw();
        var opening = draw.Next(100, 200);
        int first = draw.Next(60, opening), second = draw.Next(opening - first + 1, opening);
        var account = new Account(opening);

        var paid = await Task.WhenAll(
            Task.Run(() => account.Withdraw(first)),
            Task.Run(() => account.Withdraw(second)));

        Claim.That(
            !(paid[0] && paid[1]),
            "The same money was paid out twice: between the check and the act another withdrawal came in.");
        Claim.That(paid[0] || paid[1], "Both withdrawals were refused, although there was enough money for either.");
        Claim.That(
            account.Balance == opening - (paid[0] ? first : second),
            "What is left does not fit what was paid out.");
    }

    [Test, Interleaved, Category(NeverOverdrawn)]
    public void Of_three_customers_as_many_are_paid_as_the_money_is_enough_for()
    {
        var draw = Inputs.Draw();
        int amount = draw.Next(50, 100), rest = draw.Next(1, 50);
        var account = new Account((2 * amount) + rest);
        var paid = new bool[3];
        var customers = Enumerable.Range(0, 3)
            .Select(i => new Thread(() => paid[i] = account.Withdraw(amount)))
            .ToList();

        customers.ForEach(customer => customer.Start());
        customers.ForEach(customer => customer.Join());

        Claim.That(
            paid.Count(yes => yes) == 2,
            "There was money for two customers, and not exactly two were paid: the check looked at an old balance.");
        Claim.That(account.Balance == rest, "What is left does not fit what was paid out.");
    }

    [Test, Interleaved, Category(NeverOverdrawn)]
    public async Task A_refused_withdrawal_does_not_hinder_another()
    {
        var draw = Inputs.Draw();
        var opening = draw.Next(100, 200);
        int possible = draw.Next(1, opening), impossible = opening + draw.Next(1, 100);
        var account = new Account(opening);

        var paid = await Task.WhenAll(
            Task.Run(() => account.Withdraw(impossible)),
            Task.Run(() => account.Withdraw(possible)));

        Claim.That(!paid[0], "More money was paid out than there ever was.");
        Claim.That(
            paid[1],
            "A withdrawal was refused although there was enough money for it at every moment: one that must be refused "
            + "had taken the money away for a while. Check first, then take, and both in one step.");
        Claim.That(account.Balance == opening - possible, "A refused withdrawal must leave no trace.");
    }

    [Test, Interleaved, Category(NeverOverdrawn)]
    public async Task A_deposit_can_be_spent_once_it_is_there()
    {
        var draw = Inputs.Draw();
        int opening = draw.Next(1, 100), more = draw.Next(1, 100);
        var account = new Account(opening);

        var deposit = Task.Run(() => account.Deposit(more));
        var paid = await Task.Run(() => account.Withdraw(opening + more));
        await deposit;

        Claim.That(
            account.Balance == (paid ? 0 : opening + more),
            "A withdrawal that needed a deposit and that deposit got in one another's way.");
        Claim.That(
            paid || account.Withdraw(opening + more),
            "All the money must be there in the end: the last cent may be withdrawn too.");
    }

    [Test, Interleaved, Category(ConsistentRead)]
    public async Task A_statement_during_deposits_adds_up()
    {
        var draw = Inputs.Draw();
        int opening = draw.Next(0, 100), first = draw.Next(1, 100), second = draw.Next(1, 100);
        var account = new Account(opening);

        var deposits = Task.Run(() =>
        {
            account.Deposit(first);
            account.Deposit(second);
        });
        var statement = await Task.Run(account.GetStatement);
        await deposits;

        AddsUp(statement, opening);
        Claim.That(
            statement.Deposited == 0 || statement.Deposited == first || statement.Deposited == first + second,
            "The statement shows a total that the deposits never made.");
    }

    [Test, Interleaved, Category(ConsistentRead)]
    public async Task A_statement_during_a_withdrawal_adds_up()
    {
        var draw = Inputs.Draw();
        int opening = draw.Next(100, 200), amount = draw.Next(1, 100);
        var account = new Account(opening);
        var payOut = new Thread(() => account.Withdraw(amount));

        payOut.Start();
        var statement = await Task.Run(account.GetStatement);
        payOut.Join();

        AddsUp(statement, opening);
        Claim.That(
            statement.Withdrawn == 0 || statement.Withdrawn == amount,
            "The statement shows a total that the withdrawals never made.");
    }

    [Test, Interleaved, Category(ConsistentRead)]
    public async Task Nobody_ever_sees_a_balance_below_zero()
    {
        var draw = Inputs.Draw();
        int opening = draw.Next(50, 100), tooMuch = opening + draw.Next(1, 50);
        var account = new Account(opening);

        var payOut = Task.Run(() => account.Withdraw(tooMuch));
        var seen = await Task.Run(() => account.Balance);
        await payOut;

        Claim.That(
            seen == opening,
            "Somebody saw a balance that never was: a withdrawal that must be refused took the money first and gave it back.");
    }

    [Test, Interleaved, Category(ConsistentRead)]
    public async Task A_balance_once_seen_does_not_go_back()
    {
        var draw = Inputs.Draw();
        int opening = draw.Next(0, 100), amount = draw.Next(1, 100);
        var account = new Account(opening);

        var deposit = Task.Run(() => account.Deposit(amount));
        var (before, after) = await Task.Run(() => (account.Balance, account.Balance));
        await deposit;

        Claim.That(
            (before == opening || before == opening + amount) && (after == before || after == opening + amount),
            "The balance was read twice during one deposit and made a movement that no order of the bookings explains.");
        Claim.That(account.Balance == opening + amount, "A deposit was lost while somebody only looked at the balance.");
    }

    private static void AddsUp(Statement statement, int opening) => Claim.That(
        statement.Balance == opening + statement.Deposited - statement.Withdrawn,
        "The statement does not add up: it was read while a booking was half done. Whoever reads more than one figure "
        + "needs the same lock as the writers.");
}
