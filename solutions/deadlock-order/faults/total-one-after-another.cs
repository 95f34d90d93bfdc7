// Fault: a total reads each account under its lock, and one after another: money moves in between.
// Verdict: WrongAnswer
// Fails: one-moment
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

    public static int Total(IReadOnlyList<Account> accounts) => accounts.Sum(account => account.Balance);
}
