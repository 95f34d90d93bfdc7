// Fault: takes the money under one lock and gives it under the other: in between it is nowhere.
// Verdict: WrongAnswer
// Fails: disjoint-overlap, one-moment
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
        lock (from.Lock)
        {
            if (from.Balance < amount)
                return false;
            stamp?.Invoke();
            from.Balance -= amount;
        }

        lock (to.Lock)
            to.Balance += amount;
        return true;
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
