// Alternative: holds one, tries the other; if that is taken, gives everything back and waits for that one first.
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

    internal object Lock { get; } = new();
}

public static class Bank
{
    public static bool Transfer(Account from, Account to, int amount, Action? stamp = null)
    {
        var (first, second) = (from, to);
        while (true)
        {
            lock (first.Lock)
            {
                if (Monitor.TryEnter(second.Lock))
                {
                    try
                    {
                        if (from.Balance < amount)
                            return false;
                        stamp?.Invoke();
                        from.Balance -= amount;
                        to.Balance += amount;
                        return true;
                    }
                    finally
                    {
                        Monitor.Exit(second.Lock);
                    }
                }
            }

            // Waits for the one that was taken, and tries from there.
            (first, second) = (second, first);
        }
    }

    public static int Total(IReadOnlyList<Account> accounts)
    {
        Account[] ordered = [.. accounts.OrderBy(account => account.Id)];
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
