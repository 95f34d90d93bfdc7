// Fault: the statement takes the lock, lets go, and takes it again: two moments on one sheet.
// Verdict: WrongAnswer
// Fails: consistent-read
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
        var now = Balance;
        lock (gate)
            return new(now, deposited, withdrawn);
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
