// Fault: deposits are atomic, withdrawals read and write as if alone.
// Verdict: DataRace
// Fails: *
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private int balance = opening;
    private int deposited;
    private int withdrawn;

    public int Balance => Volatile.Read(ref balance);

    public void Deposit(int amount)
    {
        Interlocked.Add(ref balance, amount);
        Interlocked.Add(ref deposited, amount);
    }

    public bool Withdraw(int amount)
    {
        if (balance < amount)
            return false;
        balance -= amount;
        withdrawn += amount;
        return true;
    }

    public Statement GetStatement() =>
        new(Volatile.Read(ref balance), Volatile.Read(ref deposited), Volatile.Read(ref withdrawn));
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
