// Alternative: transfers share a lock that a total has alone; between themselves, they take the accounts' locks in order.
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
    private static readonly ReaderWriterLockSlim Everybody = new();

    public static bool Transfer(Account from, Account to, int amount, Action? stamp = null)
    {
        Everybody.EnterReadLock();
        try
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
        finally
        {
            Everybody.ExitReadLock();
        }
    }

    public static int Total(IReadOnlyList<Account> accounts)
    {
        Everybody.EnterWriteLock();
        try
        {
            return accounts.Sum(account => account.Balance);
        }
        finally
        {
            Everybody.ExitWriteLock();
        }
    }
}
