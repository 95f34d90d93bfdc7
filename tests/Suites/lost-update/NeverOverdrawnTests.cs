using Interleaving.NUnit;

namespace ConcurrencyKatas.LostUpdate.Suite;

/// <summary>Nobody reads the account while others change it: that is for <see cref="ConsistentReadTests"/>.</summary>
[TestFixture]
public sealed class NeverOverdrawnTests
{
    private const string Criterion = "never-overdrawn";

    [Test, Interleaved, Category(Criterion)]
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

    [Test, Interleaved, Category(Criterion)]
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

    [Test, Interleaved, Category(Criterion)]
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

    [Test, Interleaved, Category(Criterion)]
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
}
