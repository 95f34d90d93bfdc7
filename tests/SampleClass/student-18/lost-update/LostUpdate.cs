// Fault: looks without the lock, takes with it.
// Verdict: DataRace
// Fails: never-overdrawn
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly Lock gate = new();
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
        if (balance < amount)
            return false;
        lock (gate)
        {
            balance -= amount;
            withdrawn += amount;
        }

        return true;
    }

    public Statement GetStatement()
    {
        lock (gate)
            return new(balance, deposited, withdrawn);
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
