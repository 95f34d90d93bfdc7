using Interleaving.NUnit;

namespace ConcurrencyKatas.LostUpdate.Suite;

[TestFixture]
public sealed class ConsistentReadTests
{
    private const string Criterion = "consistent-read";

    [Test, Interleaved, Category(Criterion)]
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

    [Test, Interleaved, Category(Criterion)]
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

    [Test, Interleaved, Category(Criterion)]
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

    [Test, Interleaved, Category(Criterion)]
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
