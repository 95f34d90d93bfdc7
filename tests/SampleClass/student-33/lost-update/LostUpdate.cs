// Fault: every figure is atomic, the three of them together are not.
// Verdict: WrongAnswer
// Fails: consistent-read
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
        while (true)
        {
            var seen = Volatile.Read(ref balance);
            if (seen < amount)
                return false;
            if (Interlocked.CompareExchange(ref balance, seen - amount, seen) != seen)
                continue;
            Interlocked.Add(ref withdrawn, amount);
            return true;
        }
    }

    public Statement GetStatement() =>
        new(Volatile.Read(ref balance), Volatile.Read(ref deposited), Volatile.Read(ref withdrawn));
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
