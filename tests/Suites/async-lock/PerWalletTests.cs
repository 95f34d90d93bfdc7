using Interleaving.NUnit;

namespace ConcurrencyKatas.AsyncLock.Suite;

[TestFixture]
public sealed class PerWalletTests
{
    private const string Criterion = "per-wallet";

    private const string Shared =
        "Bookings of one wallet waited for bookings of another, or changed them. Each wallet has its own turn: nothing of it may be static.";

    [Test, Interleaved(Schedules = 30), Category(Criterion)]
    public async Task Wallets_do_not_wait_for_each_other([Values] Kind kind, [Values(2, 4)] int wallets)
    {
        Vault[] vaults = [.. Enumerable.Range(0, wallets).Select(_ => new Vault(1_000))];

        await Task.WhenAll(vaults.Select(vault => Task.Run(() => new Wallet(vault).BookAsync(kind, 100))));

        await Task.WhenAll(vaults.Select(vault => vault.AfterwardsAsync()));
        Claim.That(vaults.All(vault => vault.Ended == vault.Booking), Shared);
    }

    [Test, Interleaved(Schedules = 30), Category(Criterion)]
    public async Task A_wallet_whose_vault_is_slow_holds_up_no_other([Values] Kind kind)
    {
        Vault slow = new(1_000, slowness: 100), quick = new(1_000);
        Wallet first = new(slow), second = new(quick);

        var slowly = first.BookAsync(Kind.Deposit, 100);
        var change = await second.BookAsync(kind, 1);
        await slowly;
        await slow.AfterwardsAsync();

        Claim.That(quick.Ended == quick.Booking && quick.Balance == 1_000 + change && slow.Balance == 1_100, Shared);
    }

    [Test, Interleaved(Schedules = 30), Category(Criterion)]
    public void Wallets_on_one_loop_do_not_wait_for_each_other()
    {
        Vault mine = new(1_000), yours = new(1_000);
        Wallet first = new(mine), second = new(yours);

        Loop.Run(async () =>
        {
            await Task.WhenAll(first.DepositAsync(1), second.WithdrawAsync(1));
            await mine.AfterwardsAsync();
        });

        Claim.That(mine.Ended == mine.Booking && mine.Balance == 1_001 && yours.Balance == 999, Shared);
    }
}
