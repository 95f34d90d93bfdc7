// Alternative: no lock: the state is one immutable record, exchanged by compare-and-swap until nobody came between.
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private Statement state = new(opening, 0, 0);

    public int Balance => GetStatement().Balance;

    public void Deposit(int amount)
    {
        while (true)
        {
            var seen = GetStatement();
            if (TryReplace(seen, seen with { Balance = seen.Balance + amount, Deposited = seen.Deposited + amount }))
                return;
        }
    }

    public bool Withdraw(int amount)
    {
        while (true)
        {
            var seen = GetStatement();
            if (seen.Balance < amount)
                return false;
            if (TryReplace(seen, seen with { Balance = seen.Balance - amount, Withdrawn = seen.Withdrawn + amount }))
                return true;
        }
    }

    public Statement GetStatement() => Volatile.Read(ref state);

    private bool TryReplace(Statement seen, Statement next) =>
        ReferenceEquals(Interlocked.CompareExchange(ref state, next, seen), seen);
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
