// Fault: takes both locks inside a gate, and holds it while it waits.
// Verdict: WrongAnswer
// Fails: disjoint-overlap
namespace ConcurrencyKatas.DeadlockOrder;

public sealed class Account(int id, int balance)
{
    private int _balance = balance;

    public int Id { get; } = id;

    public int Balance
    {
        get
        {
            lock (Key)
                return _balance;
        }

        internal set
        {
            lock (Key)
                _balance = value;
        }
    }

    internal object Key { get; } = new();
}

public static class Bank
{
    private static readonly object Gate = new();

    public static bool Transfer(Account from, Account to, int amount, Action? stamp = null)
    {
        lock (Gate)
        {
            Monitor.Enter(from.Key);
            Monitor.Enter(to.Key);
        }

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
            Monitor.Exit(to.Key);
            Monitor.Exit(from.Key);
        }
    }

    public static int Total(IReadOnlyList<Account> accounts)
    {
        lock (Gate)
        {
            foreach (var account in accounts)
                Monitor.Enter(account.Key);
        }

        try
        {
            return accounts.Sum(account => account.Balance);
        }
        finally
        {
            foreach (var account in accounts)
                Monitor.Exit(account.Key);
        }
    }
}
