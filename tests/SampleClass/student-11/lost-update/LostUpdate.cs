// Fault: no lock at all.
// Verdict: DataRace
// Fails: *
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private int balance = opening;
    private int deposited;
    private int withdrawn;

    public int Balance => balance;

    public void Deposit(int amount)
    {
        balance += amount;
        deposited += amount;
    }

    public bool Withdraw(int amount)
    {
        if (balance < amount)
            return false;
        balance -= amount;
        withdrawn += amount;
        return true;
    }

    public Statement GetStatement() => new(balance, deposited, withdrawn);
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
