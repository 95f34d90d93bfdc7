// Tells what it is given by the time that it awaits.
// expected: DataRace|WrongAnswer
// without policy: DataRace|WrongAnswer
// must not say: [1-9][0-9]{5,} ms
// layer: engine: passing time is told without its length
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private int balance = opening;
    private object said = "";

    public int Balance => said is null ? 0 : balance;

    public void Deposit(int amount)
    {
        Say(amount);
        balance += amount;
    }

    public bool Withdraw(int amount)
    {
        Say(amount);
        balance -= amount;
        return true;
    }

    public Statement GetStatement() => new(balance, 0, 0);

    private void Say(int amount)
    {
        said = amount;
        Task.Delay(TimeSpan.FromMilliseconds(100_000 + (opening * 1000) + amount)).Wait();
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
