// Fault: leaves the lock behind on the early return: the next one waits for ever.
// Verdict: Deadlock
// Fails: never-overdrawn, consistent-read
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly object gate = new();
    private int balance = opening;
    private int deposited;
    private int withdrawn;

    public int Balance
    {
        get
        {
            lock (gate)
                return balance;
        }
    }

    public void Deposit(int amount)
    {
        lock (gate)
        {
            balance += amount;
            deposited += amount;
        }
    }

    public bool Withdraw(int amount)
    {
        Monitor.Enter(gate);
        if (balance < amount)
            return false;
        balance -= amount;
        withdrawn += amount;
        Monitor.Exit(gate);
        return true;
    }

    public Statement GetStatement()
    {
        lock (gate)
            return new(balance, deposited, withdrawn);
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
