// Alternative: a reader-writer lock: readers share it, bookings have it alone.
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly ReaderWriterLockSlim door = new();
    private int balance = opening;
    private int deposited;
    private int withdrawn;

    public int Balance => GetStatement().Balance;

    public void Deposit(int amount)
    {
        door.EnterWriteLock();
        try
        {
            balance += amount;
            deposited += amount;
        }
        finally
        {
            door.ExitWriteLock();
        }
    }

    public bool Withdraw(int amount)
    {
        door.EnterWriteLock();
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
            door.ExitWriteLock();
        }
    }

    public Statement GetStatement()
    {
        door.EnterReadLock();
        try
        {
            return new(balance, deposited, withdrawn);
        }
        finally
        {
            door.ExitReadLock();
        }
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
