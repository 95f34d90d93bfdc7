// Fault: the semaphore has one permit too many: two are in at once.
// Verdict: DataRace
// Fails: *
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly SemaphoreSlim gate = new(2);
    private int balance = opening;
    private int deposited;
    private int withdrawn;

    public int Balance => GetStatement().Balance;

    public void Deposit(int amount)
    {
        gate.Wait();
        try
        {
            balance += amount;
            deposited += amount;
        }
        finally
        {
            gate.Release();
        }
    }

    public bool Withdraw(int amount)
    {
        gate.Wait();
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
            gate.Release();
        }
    }

    public Statement GetStatement()
    {
        gate.Wait();
        try
        {
            return new(balance, deposited, withdrawn);
        }
        finally
        {
            gate.Release();
        }
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
