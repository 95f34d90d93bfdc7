// Fault: two locks: deposits keep deposits out, withdrawals keep withdrawals out, but not one another.
// Verdict: DataRace
// Fails: *
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly Lock depositing = new();
    private readonly Lock withdrawing = new();
    private int balance = opening;
    private int deposited;
    private int withdrawn;

    public int Balance
    {
        get
        {
            lock (depositing)
                return balance;
        }
    }

    public void Deposit(int amount)
    {
        lock (depositing)
        {
            balance += amount;
            deposited += amount;
        }
    }

    public bool Withdraw(int amount)
    {
        lock (withdrawing)
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
        lock (depositing)
            return new(balance, deposited, withdrawn);
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
