// Alternative: one lock for a book that says which accounts are busy; nobody holds one account while waiting for another.
namespace ConcurrencyKatas.DeadlockOrder;

public sealed class Account(int id, int balance)
{
    public int Id { get; } = id;

    public int Balance => Bank.Total([this]);

    internal int Money { get; set; } = balance;
}

public static class Bank
{
    private static readonly HashSet<Account> Busy = [];

    public static bool Transfer(Account from, Account to, int amount, Action? stamp = null)
    {
        Take(from, to);
        try
        {
            if (from.Money < amount)
                return false;
            stamp?.Invoke();
            from.Money -= amount;
            to.Money += amount;
            return true;
        }
        finally
        {
            GiveBack(from, to);
        }
    }

    public static int Total(IReadOnlyList<Account> accounts)
    {
        Account[] all = [.. accounts];
        Take(all);
        try
        {
            return all.Sum(account => account.Money);
        }
        finally
        {
            GiveBack(all);
        }
    }

    private static void Take(params Account[] accounts)
    {
        lock (Busy)
        {
            while (accounts.Any(Busy.Contains))
                Monitor.Wait(Busy);
            Busy.UnionWith(accounts);
        }
    }

    private static void GiveBack(params Account[] accounts)
    {
        lock (Busy)
        {
            Busy.ExceptWith(accounts);
            Monitor.PulseAll(Busy);
        }
    }
}
