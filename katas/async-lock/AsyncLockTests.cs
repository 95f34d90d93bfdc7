using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.AsyncLock;

// Under [Interleaved] the clock is virtual: nothing here takes a second, and 0.2 s means exactly 0.2 s.
[TestFixture]
public sealed class AsyncLockTests
{
    private static readonly TimeSpan ReadingTime = TimeSpan.FromSeconds(0.1);

    [Test, Interleaved]
    public async Task Two_deposits_both_count()
    {
        var vault = new Vault(0);
        var wallet = new Wallet(vault);

        var watch = Stopwatch.StartNew();
        await Task.WhenAll(wallet.DepositAsync(100), wallet.DepositAsync(50));

        vault.Balance.ShouldBe(
            150, "An update was lost: both deposits read the same old balance. From reading to writing only one may be at the vault.");
        watch.Elapsed.ShouldBe(2 * ReadingTime, "One deposit reads for 0.1 s and writes, then the other does. Longer means that the turn lay idle.");
    }

    [Test, Interleaved]
    public async Task Two_withdrawals_are_not_paid_with_the_same_money()
    {
        var vault = new Vault(100);
        var wallet = new Wallet(vault);

        var paid = await Task.WhenAll(wallet.WithdrawAsync(80), wallet.WithdrawAsync(70));

        paid.Count(yes => yes).ShouldBe(1, "There was enough money for only one of the two.");
        vault.Balance.ShouldBe(paid[0] ? 20 : 30, "The vault must hold what was there, minus what was paid out.");
    }

    [Test, Interleaved]
    public async Task Whoever_waits_leaves_the_thread_to_others()
    {
        var wallet = new Wallet(new Vault(0));

        var watch = Stopwatch.StartNew();
        var both = Task.WhenAll(wallet.DepositAsync(100), wallet.DepositAsync(50));

        watch.Elapsed.ShouldBe(TimeSpan.Zero, "The thread that called both deposits was not free at once: waiting for a turn blocked it.");
        await both;
    }

    [Test, Interleaved]
    public async Task After_a_failure_the_next_gets_in()
    {
        var failure = new IOException("The drawer is stuck.");
        var vault = new Vault(0) { Failure = failure };
        var wallet = new Wallet(vault);

        var seen = await Should.ThrowAsync<IOException>(() => wallet.DepositAsync(100));
        seen.ShouldBeSameAs(failure, "The caller gets the exception that the vault threw.");

        vault.Failure = null;
        await wallet.DepositAsync(50);
        vault.Balance.ShouldBe(50, "The failed deposit wrote nothing, and the next one must find the turn free.");
    }

    [Test, Interleaved]
    public async Task Whoever_is_cancelled_while_waiting_ends_at_once_and_lets_nobody_in()
    {
        var vault = new Vault(0);
        var wallet = new Wallet(vault);
        using var cancellation = new CancellationTokenSource(ReadingTime / 2);

        var watch = Stopwatch.StartNew();
        var first = wallet.DepositAsync(100);
        var second = wallet.DepositAsync(10, cancellation.Token);
        var third = wallet.DepositAsync(50);

        await Should.ThrowAsync<OperationCanceledException>(second, "A cancelled deposit was not made, so the caller must see the cancellation.");
        watch.Elapsed.ShouldBe(ReadingTime / 2, "A deposit that waits for its turn must end as soon as it is cancelled.");
        await Task.WhenAll(first, third);
        vault.Balance.ShouldBe(150, "The first and the third deposit count, but not the cancelled one.");
        watch.Elapsed.ShouldBe(2 * ReadingTime, "The third deposit comes after the first: the one that was cancelled while waiting had no turn to give back.");
    }

    [Test, Interleaved]
    public async Task Two_wallets_do_not_wait_for_each_other()
    {
        Wallet mine = new(new Vault(0)), yours = new(new Vault(0));

        var watch = Stopwatch.StartNew();
        await Task.WhenAll(mine.DepositAsync(100), yours.DepositAsync(50));

        watch.Elapsed.ShouldBe(ReadingTime, "Each wallet has a turn of its own: both read their vaults at the same time.");
    }

    /// <summary>A vault from which it takes a tenth of a second to come back with what was read.</summary>
    private sealed class Vault(int balance) : IVault
    {
        private int _balance = balance;

        public int Balance => Volatile.Read(ref _balance);

        /// <summary>What reading fails with; null for success.</summary>
        public Exception? Failure { get; set; }

        public async Task<int> ReadAsync(CancellationToken token = default)
        {
            var read = Failure is null ? Balance : throw Failure;
            await Task.Delay(ReadingTime, token);
            return read;
        }

        public Task WriteAsync(int balance, CancellationToken token = default)
        {
            token.ThrowIfCancellationRequested();
            Volatile.Write(ref _balance, balance);
            return Task.CompletedTask;
        }
    }
}
