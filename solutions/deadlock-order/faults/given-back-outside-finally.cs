// Fault: a stamp that fails jumps over the lines that give the locks back.
// Verdict: WrongAnswer
// Fails: all-or-nothing
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
        first.Lock.Enter();
        second.Lock.Enter();
        var covered = from.Balance >= amount;
        if (covered)
        {
            stamp?.Invoke();
            from.Balance -= amount;
            to.Balance += amount;
        }

        second.Lock.Exit();
        first.Lock.Exit();
        return covered;
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
