// Fault: a lock for the balance and one for the totals, taken in two different orders.
// Verdict: Deadlock
// Fails: consistent-read
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly Lock money = new();
    private readonly Lock totals = new();
    private int balance = opening;
    private int deposited;
    private int withdrawn;

    public int Balance
    {
        get
        {
            lock (money)
                return balance;
        }
    }

    public void Deposit(int amount)
    {
        lock (money)
        {
            balance += amount;
            lock (totals)
                deposited += amount;
        }
    }

    public bool Withdraw(int amount)
    {
        lock (money)
        {
            if (balance < amount)
                return false;
            balance -= amount;
            lock (totals)
                withdrawn += amount;
            return true;
        }
    }

    public Statement GetStatement()
    {
        lock (totals)
        {
            lock (money)
                return new(balance, deposited, withdrawn);
        }
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
