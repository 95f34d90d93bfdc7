// Fault: takes first and gives back when it was too much: for a moment the account is overdrawn, and others are refused for it.
// Verdict: WrongAnswer
// Fails: never-overdrawn, consistent-read
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
        if (Interlocked.Add(ref balance, -amount) < 0)
        {
            Interlocked.Add(ref balance, amount);
            return false;
        }

        Interlocked.Add(ref withdrawn, amount);
        return true;
    }

    public Statement GetStatement() =>
        new(Volatile.Read(ref balance), Volatile.Read(ref deposited), Volatile.Read(ref withdrawn));
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
