// Fault: the total sorts by subtraction, which overflows: totals of accounts far apart stand in a circle.
// Verdict: Deadlock
// Fails: one-moment
namespace ConcurrencyKatas.DeadlockOrder;

public sealed class Account(int id, int balance)
{
    private int _balance = balance;

    public int Id { get; } = id;

    public int Balance
    {
        get
        {
            lock (Lock)
                return _balance;
        }
        internal set => _balance = value;
    }

    internal Lock Lock { get; } = new();
}

public static class Bank
{
    public static bool Transfer(Account from, Account to, int amount, Action? stamp = null)
    {
        var (first, second) = from.Id < to.Id ? (from, to) : (to, from);
        lock (first.Lock)
        {
            lock (second.Lock)
            {
                if (from.Balance < amount)
                    return false;
                stamp?.Invoke();
                from.Balance -= amount;
                to.Balance += amount;
                return true;
            }
        }
    }

    public static int Total(IReadOnlyList<Account> accounts)
    {
        Account[] ordered = [.. accounts];
        Array.Sort(ordered, (one, other) => one.Id - other.Id);
        return From(0);

        int From(int next)
        {
            if (next == ordered.Length)
                return 0;
            lock (ordered[next].Lock)
                return ordered[next].Balance + From(next + 1);
        }
    }
}
