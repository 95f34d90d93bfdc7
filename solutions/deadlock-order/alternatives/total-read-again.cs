// Alternative: the total takes no lock: it reads again until no account was being booked, or has been, meanwhile. A version says so.
namespace ConcurrencyKatas.DeadlockOrder;

public sealed class Account(int id, int balance)
{
    private readonly Lock _lock = new();
    private volatile int _balance = balance;
    private int _version;

    public int Id { get; } = id;

    public int Balance
    {
        get => _balance;
        internal set => _balance = value;
    }

    /// <summary>Odd while its money moves.</summary>
    internal int Version => Volatile.Read(ref _version);

    internal Lock Lock => _lock;

    internal void Turn() => Interlocked.Increment(ref _version);
}

public static class Bank
{
    public static bool Transfer(Account from, Account to, int amount, Action? stamp = null)
    {
        var (low, high) = from.Id < to.Id ? (from, to) : (to, from);
        lock (low.Lock)
        {
            lock (high.Lock)
            {
                if (from.Balance < amount)
                    return false;
                stamp?.Invoke();
                if (from != to)
                    Move(from, to, amount);
                return true;
            }
        }
    }

    public static int Total(IReadOnlyList<Account> accounts)
    {
        var spin = new SpinWait();
        while (true)
        {
            int[] versions = [.. accounts.Select(account => account.Version)];
            var total = accounts.Sum(account => account.Balance);
            if (versions.All(version => version % 2 == 0) && versions.SequenceEqual(accounts.Select(account => account.Version)))
                return total;
            spin.SpinOnce();
        }
    }

    private static void Move(Account from, Account to, int amount)
    {
        from.Turn();
        to.Turn();
        from.Balance -= amount;
        to.Balance += amount;
        from.Turn();
        to.Turn();
    }
}
