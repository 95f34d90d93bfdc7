using Interleaving.NUnit;

namespace ConcurrencyKatas.AsyncLock.Suite;

[TestFixture]
public sealed class CheckAndActTests
{
    private const string Criterion = "check-and-act";

    private const string SameMoney =
        "What was paid out, and what is left, is not what was there. Whether there is enough is only true until the next booking: the question "
        + "and the writing belong into one turn.";

    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task Money_for_one_is_paid_out_once([Values(Pace.Slow, Pace.Quick)] Pace pace, [Values] bool threads)
    {
        var draw = Inputs.Draw();
        int first = draw.Next(60, 90), second = draw.Next(60, 90);
        var vault = new Vault(100, pace);
        var wallet = new Wallet(vault);

        var paid = threads
            ? await Task.WhenAll(Task.Run(() => wallet.WithdrawAsync(first)), Task.Run(() => wallet.WithdrawAsync(second)))
            : await Task.WhenAll(wallet.WithdrawAsync(first), wallet.WithdrawAsync(second));

        Claim.That(paid[0] != paid[1] && vault.Balance == 100 - (paid[0] ? first : second), SameMoney);
        Claim.That(vault.Written == 1, "A withdrawal was refused, and something was written all the same.");
    }

    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task Money_for_two_is_paid_out_to_two_of_three()
    {
        var amount = Inputs.Draw().Next(40, 50);
        var vault = new Vault(100, Pace.Quick);
        var wallet = new Wallet(vault);

        var paid = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => wallet.WithdrawAsync(amount))));

        Claim.That(paid.Count(yes => yes) == 2 && vault.Balance == 100 - (2 * amount), SameMoney);
    }

    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task A_withdrawal_beside_a_deposit_is_paid_from_what_is_there([Values] bool depositFirst)
    {
        var amount = Inputs.Draw().Next(60, 90);
        var vault = new Vault(0, Pace.Quick);
        var wallet = new Wallet(vault);

        var paid = false;
        async Task WithdrawAsync() => paid = await wallet.WithdrawAsync(amount);
        await (depositFirst
            ? Task.WhenAll(Task.Run(() => wallet.DepositAsync(100)), Task.Run(WithdrawAsync))
            : Task.WhenAll(Task.Run(WithdrawAsync), Task.Run(() => wallet.DepositAsync(100))));
        await vault.AfterwardsAsync();

        Claim.That(vault.Balance == 100 - (paid ? amount : 0), SameMoney);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task The_last_coin_is_paid_out_and_not_one_more()
    {
        var opening = Inputs.Draw().Next(100, 900);
        var vault = new Vault(opening);
        var wallet = new Wallet(vault);

        Claim.That(!await wallet.WithdrawAsync(opening + 1) && vault.Written == 0, "There was not enough, and it was paid, or something was written.");
        Claim.That(await wallet.WithdrawAsync(opening) && vault.Balance == 0, "There was exactly enough, and it was not paid.");
        Claim.That(!await wallet.WithdrawAsync(1), "There was nothing left, and it was paid.");
    }

    /// <summary>What a wallet knows from before is no answer: the deposit that is under way comes first.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Whether_there_is_enough_is_asked_when_the_turn_comes()
    {
        var amount = Inputs.Draw().Next(60, 90);
        var vault = new Vault(amount - 1);
        var wallet = new Wallet(vault);

        var early = await wallet.WithdrawAsync(amount);
        var deposit = wallet.DepositAsync(1);
        var paid = await wallet.WithdrawAsync(amount);
        await deposit;

        Claim.That(!early, "There was not enough, and it was paid.");

        // Who was at the vault together with the deposit has not waited for a turn, which is found out elsewhere.
        Claim.That(
            paid || vault.Peak > 1,
            "A deposit was under way when a withdrawal was asked for, there was enough when its turn came, and it was refused. Decide in the turn, "
            + "by what the vault says then.");
    }

    /// <summary>However long the other one takes: half a second, or days.</summary>
    [Test, Interleaved(MaxSteps = 20_000), Category(Criterion)]
    public async Task Nobody_is_refused_because_somebody_else_is_there([Values] Kind other, [Values(1, 1_000_000)] int slowness)
    {
        if (slowness > 1 && await WaitsWithoutAThreadTests.AsksAgainAndAgainAsync())
            return;
        var vault = new Vault(1_000, slowness: slowness);
        var wallet = new Wallet(vault);

        var before = wallet.BookAsync(other, 100);
        var paid = await wallet.WithdrawAsync(50);
        await before;

        Claim.That(paid, "There was enough, and a withdrawal was refused while somebody else was at the vault. It waits for its turn.");
    }
}
