// Alternative: a semaphore of one permit for each account; it does not know who holds it, so one account is asked for once.
namespace ConcurrencyKatas.DeadlockOrder;

public sealed class Account(int id, int balance)
{
    public int Id { get; } = id;

    public int Balance
    {
        get
        {
            Door.Wait();
            try
            {
                return Money;
            }
            finally
            {
                Door.Release();
            }
        }
    }

    internal int Money { get; set; } = balance;

    internal SemaphoreSlim Door { get; } = new(1, 1);
}

public static class Bank
{
    public static bool Transfer(Account from, Account to, int amount, Action? stamp = null)
    {
        Account[] both = ReferenceEquals(from, to) ? [from] : from.Id < to.Id ? [from, to] : [to, from];
        foreach (var account in both)
            account.Door.Wait();
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
            foreach (var account in both)
                account.Door.Release();
        }
    }

    public static int Total(IReadOnlyList<Account> accounts)
    {
        var ordered = accounts.OrderBy(account => account.Id).ToList();
        ordered.ForEach(account => account.Door.Wait());
        var total = ordered.Sum(account => account.Money);
        ordered.ForEach(account => account.Door.Release());
        return total;
    }
}
