namespace ConcurrencyKatas.DeadlockOrder;

/// <summary>An account that many threads use at the same time.</summary>
/// <param name="id">Its number. No two accounts have the same; any int may be one.</param>
/// <param name="balance">The money in it at first; 0 or more.</param>
public sealed class Account(int id, int balance)
{
    /// <summary>The account's number.</summary>
    public int Id { get; } = id;

    /// <summary>
    /// The money in it. It may be read at any time, and shows what has been booked: never the middle of a transfer, and nothing of a
    /// transfer that fails.
    /// </summary>
    public int Balance { get; internal set; } = balance;
}

/// <summary>Moves money between accounts.</summary>
public static class Bank
{
    /// <summary>Moves money from one account to another, if it is there. A transfer to the same account changes nothing.</summary>
    /// <param name="from">Where the money comes from.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="amount">How much; 1 or more.</param>
    /// <param name="stamp">
    /// Called once for each transfer that is covered, while nobody else can use either account. It may take long, and it may fail: then nothing
    /// has moved, and its exception comes out.
    /// </param>
    /// <returns>True when the money was moved; false when <paramref name="from"/> did not cover it: then nothing has changed.</returns>
    public static bool Transfer(Account from, Account to, int amount, Action? stamp = null)
    {
        lock (from)
        {
            lock (to)
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

    /// <summary>The money in all of these accounts at one single moment.</summary>
    /// <param name="accounts">Each account once, in any order; if there are none, the total is 0.</param>
    public static int Total(IReadOnlyList<Account> accounts) => accounts.Sum(account => account.Balance);
}
