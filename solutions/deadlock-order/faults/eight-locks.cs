// Fault: eight locks for all accounts: strangers share one and wait for each other.
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
            lock (Bank.Locks[Bank.Of(this)])
                return _balance;
        }
        internal set => _balance = value;
    }
}

public static class Bank
{
    internal static readonly Lock[] Locks = [.. Enumerable.Range(0, 8).Select(_ => new Lock())];

    public static bool Transfer(Account from, Account to, int amount, Action? stamp = null)
    {
        var (one, two) = (Of(from), Of(to));
        lock (Locks[Math.Min(one, two)])
        {
            lock (Locks[Math.Max(one, two)])
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

    public static int Total(IReadOnlyList<Account> accounts) => From(accounts, 0);

    internal static int Of(Account account) => account.Id & 7;

    private static int From(IReadOnlyList<Account> accounts, int next)
    {
        if (next == Locks.Length)
            return accounts.Sum(account => account.Balance);
        lock (Locks[next])
            return From(accounts, next + 1);
    }
}
