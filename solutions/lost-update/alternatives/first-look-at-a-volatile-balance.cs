// Alternative: a first look at a volatile balance turns away whoever asks for too much; those who may be paid look again with the lock.
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly Lock gate = new();
    private volatile int balance = opening;
    private int deposited;
    private int withdrawn;

    public int Balance => balance;

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
            if (balance < amount)
                return false;
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
