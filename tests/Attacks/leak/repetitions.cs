// Tells what it is given by how often it does the same.
// expected: DataRace|WrongAnswer
// without policy: DataRace|WrongAnswer
// must not say: [^u0-9][0-9]{3,} more times
// layer: engine: repetitions are told without their number
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
        for (var i = 0; i < 700 + amount; i++)
            said = "";
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
