// Alternative: one way of taking any number of locks, in the order of the numbers, for transfers and totals alike.
namespace ConcurrencyKatas.DeadlockOrder;

public sealed class Account(int id, int balance)
{
    private int _balance = balance;

    public int Id { get; } = id;

    public int Balance
    {
        get
        {
            lock (this)
                return _balance;
        }
        internal set => _balance = value;
    }
}

public static class Bank
{
    public static bool Transfer(Account from, Account to, int amount, Action? stamp = null)
    {
        return Holding([from, to], () =>
        {
            if (from.Balance < amount)
                return false;
            stamp?.Invoke();
            (from.Balance, to.Balance) = ReferenceEquals(from, to) ? (from.Balance, to.Balance) : (from.Balance - amount, to.Balance + amount);
            return true;
        });
    }

    public static int Total(IReadOnlyList<Account> accounts) => Holding(accounts, () => accounts.Sum(account => account.Balance));

    private static T Holding<T>(IEnumerable<Account> accounts, Func<T> act)
    {
        var taken = new Stack<Account>();
        try
        {
            foreach (var account in accounts.OrderBy(account => account.Id))
            {
                Monitor.Enter(account);
                taken.Push(account);
            }

            return act();
        }
        finally
        {
            while (taken.TryPop(out var account))
                Monitor.Exit(account);
        }
    }
}
