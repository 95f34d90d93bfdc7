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
            statement.Deposited == 0 || statement.Deposited == first || statement.Deposited == second || statement.Deposited == first + second,
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
            "Somebody saw a balance that never was: the only booking was a withdrawal that must be refused, and it changed the balance "
            + "for a while.");
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
            "The balance was read twice during one deposit, and no order of the three explains what was seen.");
    }

    /// <summary>
    /// Each figure may be right, and the sum too, and still the two totals may never have been there together. The withdrawal cannot be
    /// paid before the first deposit is booked, and the second deposit comes after it.
    /// </summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_statement_shows_totals_that_were_there_together()
    {
        var draw = Inputs.Draw();
        int first = draw.Next(1, 100), second = draw.Next(100, 200);
        var account = new Account(0);

        var bookings = Task.Run(() =>
        {
            account.Deposit(first);
            if (account.Withdraw(first))
                account.Deposit(second);
        });
        var statement = await Task.Run(account.GetStatement);
        await bookings;

        AddsUp(statement, 0);
        var seen = (statement.Deposited, statement.Withdrawn);
        Claim.That(
            seen == (0, 0) || seen == (first, 0) || seen == (first, first) || seen == (first + second, first),
            "The statement shows two totals that were never there together: they were read at different moments. That its balance adds up "
            + "is no proof. Read all figures of a statement in one step.");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task The_balance_and_the_statement_tell_one_story()
    {
        var draw = Inputs.Draw();
        int opening = draw.Next(100, 200), less = draw.Next(1, 100);
        var account = new Account(opening);

        var payOut = Task.Run(() => account.Withdraw(less));
        var (before, statement, after) = await Task.Run(() => (account.Balance, account.GetStatement(), account.Balance));
        await payOut;

        AddsUp(statement, opening);
        Claim.That(
            before >= statement.Balance && statement.Balance >= after,
            "Balance, statement and balance again were read during one withdrawal, and the money came back in between.");
        Claim.That(before == opening || before == opening - less, "Somebody saw a balance that never was.");
    }

    private static void AddsUp(Statement statement, int opening) => Claim.That(
        statement.Balance == opening + statement.Deposited - statement.Withdrawn,
        "The statement does not add up: its figures belong to different moments. To read several figures that belong "
        + "together, take the writers' lock once, and read them all inside it.");
}
