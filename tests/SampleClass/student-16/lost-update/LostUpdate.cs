// Alternative: Monitor.Enter and Exit by hand, in try and finally.
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly object gate = new();
    private int balance = opening;
    private int deposited;
    private int withdrawn;

    public int Balance => GetStatement().Balance;

    public void Deposit(int amount)
    {
        Monitor.Enter(gate);
        try
        {
            balance += amount;
            deposited += amount;
        }
        finally
        {
            Monitor.Exit(gate);
        }
    }

    public bool Withdraw(int amount)
    {
        Monitor.Enter(gate);
        try
        {
            if (balance < amount)
                return false;
            balance -= amount;
            withdrawn += amount;
            return true;
        }
        finally
        {
            Monitor.Exit(gate);
        }
    }

    public Statement GetStatement()
    {
        Monitor.Enter(gate);
        try
        {
            return new(balance, deposited, withdrawn);
        }
        finally
        {
            Monitor.Exit(gate);
        }
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
