// Alternative: a lock made by hand: whoever changes 0 to 1 is in, the others spin, and let others run while they do.
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private int taken;
    private int balance = opening;
    private int deposited;
    private int withdrawn;

    public int Balance => GetStatement().Balance;

    public void Deposit(int amount)
    {
        Enter();
        try
        {
            balance += amount;
            deposited += amount;
        }
        finally
        {
            Leave();
        }
    }

    public bool Withdraw(int amount)
    {
        Enter();
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
            Leave();
        }
    }

    public Statement GetStatement()
    {
        Enter();
        try
        {
            return new(balance, deposited, withdrawn);
        }
        finally
        {
            Leave();
        }
    }

    private void Enter()
    {
        while (Interlocked.CompareExchange(ref taken, 1, 0) != 0)
            Thread.Yield();
    }

    private void Leave() => Volatile.Write(ref taken, 0);
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
