// Fault: everybody locks, each on an object of their own.
// Verdict: DataRace
// Fails: *
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private int balance = opening;
    private int deposited;
    private int withdrawn;

    public int Balance
    {
        get
        {
            lock (new object())
                return balance;
        }
    }

    public void Deposit(int amount)
    {
        lock (new object())
        {
            balance += amount;
            deposited += amount;
        }
    }

    public bool Withdraw(int amount)
    {
        lock (new object())
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
        lock (new object())
            return new(balance, deposited, withdrawn);
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
