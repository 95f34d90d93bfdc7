using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.DeadlockOrder;

// Under [Interleaved] the clock is virtual: nothing here takes a second, and 1 s means exactly 1 s.
[TestFixture]
public sealed class DeadlockOrderTests
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    [Test, Interleaved]
    public void Money_is_moved_if_it_is_there()
    {
        var (ada, bob) = (new Account(1, 100), new Account(2, 50));

        Bank.Transfer(ada, bob, 30).ShouldBeTrue("The money was there.");
        Bank.Transfer(ada, bob, 71).ShouldBeFalse("Only 70 are left, and 71 were wanted.");
        Bank.Transfer(ada, ada, 70).ShouldBeTrue("The money was there, and stays where it is.");

        (ada.Balance, bob.Balance).ShouldBe((70, 80), "One transfer of 30 was carried out. A transfer to the same account changes nothing.");
    }

    [Test, Interleaved]
    public async Task Two_neighbours_send_each_other_money_at_the_same_second()
    {
        var (ada, bob) = (new Account(1, 100), new Account(2, 100));

        await Task.WhenAll(Task.Run(() => Bank.Transfer(ada, bob, 30)), Task.Run(() => Bank.Transfer(bob, ada, 50)));

        (ada.Balance, bob.Balance).ShouldBe((120, 80), "Both transfers were covered, so both must have been carried out.");
    }

    [Test, Interleaved]
    public async Task Transfers_between_other_people_do_not_wait()
    {
        Account[] accounts = [new(1, 100), new(2, 100), new(3, 100), new(4, 100)];

        (await TimeOf(() => Send(accounts[0], accounts[1]), () => Send(accounts[3], accounts[2]))).ShouldBe(
            OneSecond,
            "Two transfers with four different accounts are independent of each other. 2 s means that one lock guards all accounts.");
        (await TimeOf(() => Send(accounts[0], accounts[1]), () => Send(accounts[2], accounts[1]))).ShouldBe(
            2 * OneSecond,
            "Both transfers go to the same account, and nobody else can use it during a stamp, so they take turns.");

        static void Send(Account from, Account to) => Bank.Transfer(from, to, 10, () => Thread.Sleep(OneSecond));
    }

    [Test, Interleaved]
    public async Task A_stamp_that_fails_moves_nothing()
    {
        var (ada, bob) = (new Account(1, 100), new Account(2, 100));
        var failure = new IOException("The ink pad is dry.");

        var seen = Should.Throw<IOException>(() => Bank.Transfer(ada, bob, 30, () => throw failure));

        seen.ShouldBeSameAs(failure, "The caller should get the exception that the stamp threw.");
        (ada.Balance, bob.Balance).ShouldBe((100, 100), "The transfer failed, but money was moved.");
        (await Task.Run(() => Bank.Transfer(bob, ada, 1))).ShouldBeTrue("After a failure both accounts can be used as before.");
    }

    [Test, Interleaved]
    public async Task The_total_is_that_of_one_moment()
    {
        var (ada, bob) = (new Account(1, 100), new Account(2, 100));

        var transfer = Task.Run(() => Bank.Transfer(ada, bob, 30));
        var total = await Task.Run(() => Bank.Total([bob, ada]));
        await transfer;

        total.ShouldBe(200, "Money moves between these accounts, but their total is 200 at every moment. To read both, hold both locks at once.");
    }

    private static async Task<TimeSpan> TimeOf(Action first, Action second)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Task.Run(first), Task.Run(second));
        return watch.Elapsed;
    }
}
