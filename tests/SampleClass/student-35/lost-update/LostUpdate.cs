// Fault: exchanges only if nobody came between, and does not try again if somebody did.
// Verdict: WrongAnswer
// Fails: no-lost-update, never-overdrawn
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private Statement state = new(opening, 0, 0);

    public int Balance => GetStatement().Balance;

    public void Deposit(int amount)
    {
        var seen = GetStatement();
        var next = seen with { Balance = seen.Balance + amount, Deposited = seen.Deposited + amount };
        Interlocked.CompareExchange(ref state, next, seen);
    }

    public bool Withdraw(int amount)
    {
        var seen = GetStatement();
        if (seen.Balance < amount)
            return false;
        var next = seen with { Balance = seen.Balance - amount, Withdrawn = seen.Withdrawn + amount };
        Interlocked.CompareExchange(ref state, next, seen);
        return true;
    }

    public Statement GetStatement() => Volatile.Read(ref state);
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
