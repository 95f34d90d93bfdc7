using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.AsyncLock.Suite;

[TestFixture]
public sealed class WaitsWithoutAThreadTests
{
    private const string Criterion = "waits-without-a-thread";

    private const string Idle =
        "Several bookings took longer than one after the other. The next one must begin as soon as one has ended: wait to be woken, and do not "
        + "poll.";

    private const string AllAtOnce = "Several bookings took no longer than one: nobody waited for a turn.";

    [Test, Interleaved(Schedules = 30), Category(Criterion)]
    public async Task Bookings_take_as_long_as_one_after_the_other([Values(1, 2, 4, 7)] int count)
    {
        var vault = new Vault(0);
        var wallet = new Wallet(vault);

        await Task.WhenAll(Inputs.Draw().Amounts(count).Select(amount => wallet.DepositAsync(amount)));

        await OneAfterTheOtherAsync(vault, count);
    }

    /// <summary>The figures of the README.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Two_deposits_that_read_for_a_tenth_of_a_second_take_two_tenths()
    {
        var vault = new Vault(0, Pace.Tenth);
        var wallet = new Wallet(vault);

        await Task.WhenAll(wallet.DepositAsync(100), wallet.DepositAsync(50));

        await OneAfterTheOtherAsync(vault, 2);
    }

    /// <summary>Refused withdrawals only read.</summary>
    [Test, Interleaved(Schedules = 30), Category(Criterion)]
    public async Task Refused_withdrawals_take_no_longer_than_their_reading()
    {
        var vault = new Vault(0);
        var wallet = new Wallet(vault);

        await Task.WhenAll(wallet.WithdrawAsync(5), wallet.WithdrawAsync(6), wallet.DepositAsync(1), wallet.WithdrawAsync(7));

        await OneAfterTheOtherAsync(vault, 4);
    }

    [Test, Interleaved(Schedules = 30), Category(Criterion)]
    public async Task Calls_come_back_at_once([Values] Kind kind)
    {
        var wallet = new Wallet(new Vault(1_000));

        var watch = Stopwatch.StartNew();
        Task[] all = [wallet.BookAsync(kind, 1), wallet.BookAsync(Kind.Deposit, 2), wallet.BookAsync(kind, 3)];
        var called = watch.Elapsed;
        await Task.WhenAll(all);

        Claim.That(called == TimeSpan.Zero, "A booking was called while another was at the vault, and the thread that called it was blocked.");
    }

    [Test, Interleaved(Schedules = 30), Category(Criterion)]
    public void The_loop_ticks_while_bookings_wait([Values] Kind first, [Values] Kind second)
    {
        var vault = new Vault(1_000);
        var wallet = new Wallet(vault);

        Loop.Run(async () =>
        {
            var ticker = new Ticker();
            var ticking = ticker.RunAsync(8);
            await Task.WhenAll(wallet.BookAsync(first, 1), wallet.BookAsync(second, 2), wallet.BookAsync(first, 3));
            await ticking;
            Claim.That(
                ticker.LongestGap == Ticker.Period,
                "The loop stood still while a booking waited: its only thread was blocked. Waiting for a turn must be an await.");
        });
    }

    [Test, Interleaved(Schedules = 30), Category(Criterion)]
    public void On_a_loop_nobody_waits_longer_than_need_be()
    {
        var vault = new Vault(0);
        var wallet = new Wallet(vault);

        Loop.Run(async () =>
        {
            await Task.WhenAll(wallet.DepositAsync(100), wallet.DepositAsync(50), wallet.DepositAsync(25));
            await OneAfterTheOtherAsync(vault, 3);
        });
    }

    /// <summary>Between one booking's end and the next look the turn lies idle.</summary>
    internal static async Task<bool> AsksAgainAndAgainAsync()
    {
        var vault = new Vault(0);
        var wallet = new Wallet(vault);
        await Task.WhenAll(wallet.DepositAsync(100), wallet.DepositAsync(200), wallet.DepositAsync(400), wallet.DepositAsync(800));
        return vault.Elapsed > vault.OneAfterTheOther;
    }

    /// <summary>
    /// No later than one after the other, and later than all at once. Whether each had the turn to its end, read the vault, and was over when its
    /// task was, is for <see cref="NoLostUpdateTests"/>.
    /// </summary>
    private static async Task OneAfterTheOtherAsync(Vault vault, int bookings)
    {
        await vault.AfterwardsAsync();
        Claim.That(vault.Ended <= vault.OneAfterTheOther, Idle);
        Claim.That(bookings == 1 || vault.Reads == 1 || vault.Ended > vault.Booking, AllAtOnce);
    }
}
