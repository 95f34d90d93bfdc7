// Alternative: the order is not that of the numbers but that in which the accounts were made.
namespace ConcurrencyKatas.DeadlockOrder;

public sealed class Account(int id, int balance)
{
    private static long _births;
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

    internal long Born { get; } = Interlocked.Increment(ref _births);
}

public static class Bank
{
    public static bool Transfer(Account from, Account to, int amount, Action? stamp = null)
    {
        var (first, second) = from.Born < to.Born ? (from, to) : (to, from);
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
        Account[] ordered = [.. accounts.OrderBy(account => account.Born)];
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
