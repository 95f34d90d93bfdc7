// RIGHT.
// The whole account is one immutable object, exchanged by compare-and-swap.
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private Statement _now = new(opening, 0, 0);

    public int Balance => Volatile.Read(ref _now).Balance;

    public void Deposit(int amount)
    {
        Statement now;
        do
            now = Volatile.Read(ref _now);
        while (Interlocked.CompareExchange(ref _now, new Statement(now.Balance + amount, now.Deposited + amount, now.Withdrawn), now) != now);
    }

    public bool Withdraw(int amount)
    {
        Statement now;
        do
        {
            now = Volatile.Read(ref _now);
            if (now.Balance < amount)
                return false;
        }
        while (Interlocked.CompareExchange(ref _now, new Statement(now.Balance - amount, now.Deposited, now.Withdrawn + amount), now) != now);
        return true;
    }

    public Statement GetStatement() => Volatile.Read(ref _now);
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
