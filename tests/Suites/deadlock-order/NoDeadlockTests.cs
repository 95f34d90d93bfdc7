using Interleaving.NUnit;

namespace ConcurrencyKatas.DeadlockOrder.Suite;

/// <summary>What the balances are afterwards is asked elsewhere: here everybody has to come back.</summary>
[TestFixture]
public sealed class NoDeadlockTests
{
    private const string Criterion = "no-deadlock";

    [Test, Interleaved, Category(Criterion)]
    public void There_and_back()
    {
        var accounts = Village.Accounts(Inputs.Draw(), 2, 100);

        Village.AtOnce(() => Bank.Transfer(accounts[0], accounts[1], 10), () => Bank.Transfer(accounts[1], accounts[0], 20));
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task There_and_back_twice_on_tasks()
    {
        var accounts = Village.Accounts(Inputs.Draw(), 2, 100);

        await Task.WhenAll(
            Task.Run(() => Bank.Transfer(accounts[0], accounts[1], 10) && Bank.Transfer(accounts[1], accounts[0], 5)),
            Task.Run(() => Bank.Transfer(accounts[1], accounts[0], 20) && Bank.Transfer(accounts[0], accounts[1], 5)));
    }

    /// <summary>Each pair is in order by itself; only together they make a circle. The balances are equal, different, and changing.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void In_a_ring([Values(3, 4)] int count)
    {
        var draw = Inputs.Draw();
        var accounts = Village.Accounts(draw, count, 100);
        var amount = draw.Next(1, 50);

        Village.AtOnce([.. accounts.Select((account, i) => (Action)(() => Bank.Transfer(account, accounts[(i + 1) % count], amount + i)))]);
    }

    /// <summary>Numbers that are farther apart than an int can say: their difference has the wrong sign.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void In_a_ring_of_numbers_far_apart()
    {
        var draw = Inputs.Draw();
        Account low = new(int.MinValue + draw.Next(20, 30), 100), middle = new(draw.Next(-10, 10), 100), high = new(int.MaxValue - draw.Next(20, 30), 100);

        Village.AtOnce(() => Bank.Transfer(low, middle, 1), () => Bank.Transfer(middle, high, 1), () => Bank.Transfer(high, low, 1));
    }

    /// <summary>Numbers that are alike in their last digits, in decimal and in binary, or but for their sign.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void There_and_back_between_numbers_that_look_alike([Values] bool butForTheSign)
    {
        var id = Inputs.Draw().Next(1, 1_000);
        Account one = new(id, 100), other = new(butForTheSign ? -id : id + (10_000 << 10), 100);

        Village.AtOnce(() => Bank.Transfer(one, other, 1), () => Bank.Transfer(other, one, 1));
    }

    [Test, Interleaved, Category(Criterion)]
    public void To_oneself_beside_others()
    {
        var accounts = Village.Accounts(Inputs.Draw(), 2, 100);

        Village.AtOnce(
            () => Bank.Transfer(accounts[0], accounts[0], 10),
            () => Bank.Transfer(accounts[1], accounts[0], 20),
            () => Bank.Transfer(accounts[0], accounts[1], 30));

        Claim.That(Bank.Transfer(accounts[1], accounts[1], 1), Wording.SelfAnswer);
    }

    [Test, Interleaved, Category(Criterion)]
    public void With_slow_stamps()
    {
        var draw = Inputs.Draw();
        var accounts = Village.Accounts(draw, 3, 100);
        var times = draw.Durations(3);

        Village.AtOnce(
            () => Bank.Transfer(accounts[0], accounts[1], 10, Village.Stamp(times[0])),
            () => Bank.Transfer(accounts[1], accounts[2], 10, Village.Stamp(times[1])),
            () => Bank.Transfer(accounts[2], accounts[0], 10, Village.Stamp(times[2])));
    }
}
