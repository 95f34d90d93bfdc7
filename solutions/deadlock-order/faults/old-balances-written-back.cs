// Fault: reads both balances first: a transfer to the same account makes money.
// Verdict: WrongAnswer
// Fails: no-lost-money
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
                var (payer, payee) = (from.Balance, to.Balance);
                if (payer < amount)
                    return false;
                stamp?.Invoke();
                from.Balance = payer - amount;
                to.Balance = payee + amount;
                return true;
            }
        }
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
