// Fault: one lock for the whole bank: right, and everybody waits for everybody.
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
            lock (Bank.Everything)
                return _balance;
        }
        internal set => _balance = value;
    }
}

public static class Bank
{
    internal static readonly Lock Everything = new();

    public static bool Transfer(Account from, Account to, int amount, Action? stamp = null)
    {
        lock (Everything)
        {
            if (from.Balance < amount)
                return false;
            stamp?.Invoke();
            from.Balance -= amount;
            to.Balance += amount;
            return true;
        }
    }

    public static int Total(IReadOnlyList<Account> accounts)
    {
        lock (Everything)
            return accounts.Sum(account => account.Balance);
    }
}
