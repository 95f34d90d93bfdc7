using Interleaving.NUnit;

namespace ConcurrencyKatas.AsyncLock.Suite;

[TestFixture]
public sealed class NoLostUpdateTests
{
    private const string Criterion = "no-lost-update";

    private const int Opening = 10_000;

    [Test, Interleaved(Schedules = 30), Category(Criterion)]
    public async Task Deposits_from_one_caller_all_count([Values(Pace.Slow, Pace.Quick, Pace.AtOnce)] Pace pace, [Values(2, 3, 5)] int count)
    {
        var vault = new Vault(Opening, pace);
        var wallet = new Wallet(vault);
        var amounts = Inputs.Draw().Amounts(count);

        await Task.WhenAll(amounts.Select(amount => wallet.DepositAsync(amount)));

        AllCount(vault, amounts.Sum());
        EachReads(vault, count);
    }

    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task Bookings_from_many_threads_all_count([Values(Pace.Quick, Pace.AtOnce)] Pace pace, [Values] Kind kind)
    {
        var vault = new Vault(Opening, pace);
        var wallet = new Wallet(vault);
        var amounts = Inputs.Draw().Amounts(3);
        Kind[] kinds = [kind, Kind.Withdrawal, Kind.Deposit];

        var changes = await Task.WhenAll(kinds.Zip(amounts).Select(one => Task.Run(() => wallet.BookAsync(one.First, one.Second))));

        AllCount(vault, changes.Sum());
    }

    [Test, Interleaved(Schedules = 30), Category(Criterion)]
    public void Bookings_on_a_loop_all_count([Values(Pace.Slow, Pace.Quick)] Pace pace, [Values] Kind kind)
    {
        var vault = new Vault(Opening, pace);
        var wallet = new Wallet(vault);
        var amounts = Inputs.Draw().Amounts(3);
        Kind[] kinds = [kind, Kind.Deposit, Kind.Withdrawal];
        int[] changes = [];

        Loop.Run(async () => changes = await Task.WhenAll(kinds.Zip(amounts).Select(one => wallet.BookAsync(one.First, one.Second))));

        AllCount(vault, changes.Sum());
    }

    /// <summary>Others come when some are done already: a turn that was handed on must be there again.</summary>
    [Test, Interleaved(Schedules = 30), Category(Criterion)]
    public async Task Latecomers_count_too()
    {
        var draw = Inputs.Draw();
        var vault = new Vault(Opening);
        var wallet = new Wallet(vault);
        var amounts = draw.Amounts(5);
        var delays = draw.Durations(5);

        await Task.WhenAll(amounts.Select(async (amount, i) =>
        {
            await Task.Delay(delays[i] / 2);
            await wallet.DepositAsync(amount);
        }));
        await wallet.DepositAsync(1);

        AllCount(vault, amounts.Sum() + 1);
        EachReads(vault, 6);
    }

    /// <summary>
    /// Whoever waits for an hour, and then goes in without a turn. An answer that asks again and again whether the turn is free would ask
    /// for days; that is found out by <see cref="WaitsWithoutAThreadTests"/>.
    /// </summary>
    [Test, Interleaved(Schedules = 20, MaxSteps = 20_000), Category(Criterion)]
    public async Task Nobody_loses_patience_with_a_vault_that_takes_days()
    {
        const int Days = 1_000_000;
        if (await WaitsWithoutAThreadTests.AsksAgainAndAgainAsync())
            return;
        var vault = new Vault(Opening, slowness: Days);
        var wallet = new Wallet(vault);

        await Task.WhenAll(wallet.DepositAsync(100), wallet.DepositAsync(200), wallet.DepositAsync(400));

        AllCount(vault, 700);
    }

    private static void AllCount(Vault vault, int change)
    {
        Claim.That(
            vault.Balance == Opening + change,
            "An update was lost, or one was not done when its task was. From the reading to the writing that goes with it only one booking may be "
            + "at the vault, and deposits and withdrawals keep each other out, too.");
        Claim.That(vault.Peak == 1, "Two bookings were at the vault at the same moment.");
    }

    private static void EachReads(Vault vault, int bookings) => Claim.That(
        vault.Reads == bookings,
        "Each booking reads the vault once. What a wallet remembers of it may be out of date.");
}
