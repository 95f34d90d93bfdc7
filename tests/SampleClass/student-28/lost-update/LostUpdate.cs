// Fault: locks on a value: it is boxed anew each time, so nobody ever meets anybody.
// Verdict: DataRace
// Fails: *
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly int gate = 1;
    private int balance = opening;
    private int deposited;
    private int withdrawn;

    public int Balance
    {
        get
        {
            lock ((object)gate)
                return balance;
        }
    }

    public void Deposit(int amount)
    {
        lock ((object)gate)
        {
            balance += amount;
            deposited += amount;
        }
    }

    public bool Withdraw(int amount)
    {
        lock ((object)gate)
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
        lock ((object)gate)
            return new(balance, deposited, withdrawn);
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
