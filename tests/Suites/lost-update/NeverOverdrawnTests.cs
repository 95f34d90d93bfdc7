using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.LostUpdate.Suite;

/// <summary>
/// Who is paid. Nobody reads the account while others change it: that is for <see cref="ConsistentReadTests"/>. Whether everything was
/// booked when the methods returned is for <see cref="NoLostUpdateTests"/>.
/// </summary>
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
            "The same money was paid out twice: both withdrawals were told that there was enough.");
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
            "There was money for two of three customers, and not exactly two of them were paid.");
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
            "A withdrawal was refused although there was enough money for it at every moment. The only other one must be refused, "
            + "and must not get in the way: it may neither take the money for a while nor turn others away.");
        Claim.That(
            account.Balance == opening - possible,
            "One withdrawal was paid and another one refused at the same time, and what is left is not what was there without what was paid. The "
            + "one that is refused must leave no trace, nor put back what it has read.");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Everybody_is_paid_when_there_is_enough_for_all()
    {
        var draw = Inputs.Draw();
        int first = draw.Next(1, 100), second = draw.Next(100, 200), third = draw.Next(200, 300), rest = draw.Next(0, 50);
        var account = new Account(first + second + third + rest);

        var paid = await Task.WhenAll(
            Task.Run(() => account.Withdraw(first)),
            Task.Run(() => account.Withdraw(second)),
            Task.Run(() => account.Withdraw(third)));

        Claim.That(
            paid.All(yes => yes),
            "A withdrawal was refused although there was enough money for all of them. Somebody else at the counter is a reason to "
            + "wait, and none to refuse.");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_deposit_is_no_reason_to_refuse_a_withdrawal()
    {
        var draw = Inputs.Draw();
        int opening = draw.Next(100, 200), more = draw.Next(1, 100);
        var account = new Account(opening);

        var deposit = Task.Run(() => account.Deposit(more));
        var paid = await Task.Run(() => account.Withdraw(opening));
        await deposit;

        Claim.That(
            paid,
            "A withdrawal was refused although its money was there from the start: a deposit was being booked at the same time, which is a "
            + "reason to wait, and none to refuse.");
    }

    /// <summary>Whoever tries again when somebody else was faster must not give up after some tries.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task However_many_deposits_are_booked_meanwhile_a_withdrawal_is_paid()
    {
        const int Deposits = 16;
        var opening = Inputs.Draw().Next(100, 200);
        var account = new Account(opening);

        var deposits = Task.Run(() =>
        {
            for (var i = 0; i < Deposits; i++)
                account.Deposit(1);
        });
        var paid = await Task.Run(() => account.Withdraw(opening));
        await deposits;

        Claim.That(
            paid,
            "A withdrawal was refused although its money was there from the start, while many deposits were booked. That others are faster is a "
            + "reason to try again, however often, and none to refuse.");
    }

    /// <summary>Waiting for money that may never come is no answer either.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void What_is_not_there_is_refused_at_once_and_leaves_no_trace()
    {
        var draw = Inputs.Draw();
        int opening = draw.Next(0, 100), tooMuch = opening + draw.Next(1, 100);
        var account = new Account(opening);
        var watch = Stopwatch.StartNew();

        var paid = account.Withdraw(tooMuch);

        Claim.That(watch.Elapsed == TimeSpan.Zero, "There was not enough money, and the withdrawal waited before it was refused: it is refused at once.");
        Claim.That(!paid, "More money was paid out than there ever was.");
        Claim.That(account.GetStatement().Shows(opening, 0, 0), "A refused withdrawal must leave no trace.");
        Claim.That(opening == 0 || account.Withdraw(opening), "All the money may be withdrawn, to the last cent.");
    }
}
