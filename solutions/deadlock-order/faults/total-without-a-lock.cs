// Fault: a total reads the fields without any lock.
// Verdict: DataRace
// Fails: one-moment
namespace ConcurrencyKatas.DeadlockOrder;

public sealed class Account(int id, int balance)
{
    public int Id { get; } = id;

    public int Balance
    {
        get
        {
            lock (Lock)
                return Money;
        }
    }

    internal Lock Lock { get; } = new();

    internal int Money = balance;
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
                if (from.Money < amount)
                    return false;
                stamp?.Invoke();
                from.Money -= amount;
                to.Money += amount;
                return true;
            }
        }
    }

    public static int Total(IReadOnlyList<Account> accounts) => accounts.Sum(account => account.Money);
}
