// Fault: volatile makes each read fresh, and leaves the gap between read and write open.
// Verdict: WrongAnswer
// Fails: *
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private volatile int balance = opening;
    private volatile int deposited;
    private volatile int withdrawn;

    public int Balance => balance;

    public void Deposit(int amount)
    {
        balance += amount;
        deposited += amount;
    }

    public bool Withdraw(int amount)
    {
        if (balance < amount)
            return false;
        balance -= amount;
        withdrawn += amount;
        return true;
    }

    public Statement GetStatement() => new(balance, deposited, withdrawn);
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
