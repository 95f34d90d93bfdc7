// Alternative: each account knows the end of the line at it; a transfer gets into both lines in one step, and waits for those before it.
namespace ConcurrencyKatas.DeadlockOrder;

public sealed class Account(int id, int balance)
{
    private volatile int _balance = balance;

    public int Id { get; } = id;

    public int Balance
    {
        get => _balance;
        internal set => _balance = value;
    }

    internal Task Last { get; set; } = Task.CompletedTask;
}

public static class Bank
{
    private static readonly Lock Lines = new();

    public static bool Transfer(Account from, Account to, int amount, Action? stamp = null) => InTurn([from, to], () =>
    {
        if (from.Balance < amount)
            return false;
        stamp?.Invoke();
        from.Balance -= amount;
        to.Balance += amount;
        return true;
    });

    public static int Total(IReadOnlyList<Account> accounts) => InTurn(accounts, () => accounts.Sum(account => account.Balance));

    private static T InTurn<T>(IReadOnlyList<Account> accounts, Func<T> act)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task[] before;
        lock (Lines)
        {
            before = [.. accounts.Select(account => account.Last)];
            foreach (var account in accounts)
                account.Last = mine.Task;
        }

        try
        {
            Task.WaitAll(before);
            return act();
        }
        finally
        {
            mine.SetResult();
        }
    }
}
