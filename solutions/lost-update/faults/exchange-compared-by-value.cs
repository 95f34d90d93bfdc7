// Fault: what CompareExchange gave is compared as a record, by its values: when a refused withdrawal has put an equal one there, a booking is lost.
// Verdict: WrongAnswer
// Fails: never-overdrawn
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private Statement _now = new(opening, 0, 0);

    public int Balance => GetStatement().Balance;

    public void Deposit(int amount) =>
        Book(seen => seen with { Balance = seen.Balance + amount, Deposited = seen.Deposited + amount });

    public bool Withdraw(int amount)
    {
        var paid = false;
        Book(seen =>
        {
            paid = seen.Balance >= amount;
            return paid ? seen with { Balance = seen.Balance - amount, Withdrawn = seen.Withdrawn + amount } : seen with { };
        });
        return paid;
    }

    public Statement GetStatement() => Volatile.Read(ref _now);

    private void Book(Func<Statement, Statement> change)
    {
        Statement seen;
        do
            seen = GetStatement();
        while (Interlocked.CompareExchange(ref _now, change(seen), seen) != seen);
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
