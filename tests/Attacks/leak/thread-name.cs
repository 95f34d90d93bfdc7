// Tells what it is given by the name of a thread.
// expected: DataRace|WrongAnswer
// without policy: DataRace|WrongAnswer
// must not say: told [0-9]
// layer: engine: a Greek letter stands for each text
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
        var thread = new Thread(static () => { }) { Name = $"told {opening} {amount}" };
        thread.Start();
        thread.Join();
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
