// Fault: readers see a copy of the balance that is written after the lock is given back: the later booking may write it first.
// Verdict: WrongAnswer
// Fails: *
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly Lock gate = new();
    private volatile int shown = opening;
    private int balance = opening;
    private int deposited;
    private int withdrawn;

    public int Balance => shown;

    public void Deposit(int amount)
    {
        int now;
        lock (gate)
        {
            deposited += amount;
            now = balance += amount;
        }

        shown = now;
    }

    public bool Withdraw(int amount)
    {
        int now;
        lock (gate)
        {
            if (balance < amount)
                return false;
            withdrawn += amount;
            now = balance -= amount;
        }

        shown = now;
        return true;
    }

    public Statement GetStatement()
    {
        lock (gate)
            return new(balance, deposited, withdrawn);
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
