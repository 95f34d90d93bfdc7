// Fault: a withdrawal that is too large waits for a deposit, which may never come, instead of being refused.
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
            Monitor.PulseAll(gate);
        }
    }

    public bool Withdraw(int amount)
    {
        lock (gate)
        {
            while (balance < amount)
                Monitor.Wait(gate);
            balance -= amount;
            withdrawn += amount;
            return true;
        }
    }

    public Statement GetStatement()
    {
        lock (gate)
            return new(balance, deposited, withdrawn);
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
