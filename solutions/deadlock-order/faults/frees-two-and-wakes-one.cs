// Fault: gives two accounts back and wakes one who waits.
// Verdict: Deadlock
// Fails: no-lost-money, disjoint-overlap
namespace ConcurrencyKatas.DeadlockOrder;

public sealed class Account(int id, int balance)
{
    private int _balance = balance;

    public int Id { get; } = id;

    public int Balance
    {
        get
        {
            lock (Bank.Book)
                return _balance;
        }

        internal set
        {
            lock (Bank.Book)
                _balance = value;
        }
    }

    internal bool InUse { get; set; }
}

public static class Bank
{
    internal static readonly object Book = new();

    public static bool Transfer(Account from, Account to, int amount, Action? stamp = null)
    {
        lock (Book)
        {
            while (from.InUse || to.InUse)
                Monitor.Wait(Book);
            if (from.Balance < amount)
                return false;
            from.InUse = to.InUse = true;
        }

        var moved = 0;
        try
        {
            stamp?.Invoke();
            moved = amount;
            return true;
        }
        finally
        {
            lock (Book)
            {
                from.Balance -= moved;
                to.Balance += moved;
                from.InUse = to.InUse = false;
                Monitor.Pulse(Book);
            }
        }
    }

    public static int Total(IReadOnlyList<Account> accounts)
    {
        lock (Book)
            return accounts.Sum(account => account.Balance);
    }
}
