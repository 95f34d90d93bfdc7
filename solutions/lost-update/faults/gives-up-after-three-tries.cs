// Fault: a withdrawal whose exchange failed three times is refused, although the money is there.
// Verdict: WrongAnswer
// Fails: never-overdrawn
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private Statement _now = new(opening, 0, 0);

    public int Balance => GetStatement().Balance;

    public void Deposit(int amount)
    {
        Statement seen;
        do
            seen = GetStatement();
        while (!Replace(seen, new(seen.Balance + amount, seen.Deposited + amount, seen.Withdrawn)));
    }

    public bool Withdraw(int amount)
    {
        for (var tries = 0; tries < 3; tries++)
        {
            var seen = GetStatement();
            if (seen.Balance < amount)
                return false;
            if (Replace(seen, new(seen.Balance - amount, seen.Deposited, seen.Withdrawn + amount)))
                return true;
        }

        return false;
    }

    public Statement GetStatement() => Volatile.Read(ref _now);

    private bool Replace(Statement seen, Statement next) => ReferenceEquals(Interlocked.CompareExchange(ref _now, next, seen), seen);
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
