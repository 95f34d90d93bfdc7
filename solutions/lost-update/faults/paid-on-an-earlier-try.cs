// Fault: an update may be tried again, and what the first try found out is not forgotten: paid, it says, and nothing was taken.
// Verdict: WrongAnswer
// Fails: never-overdrawn
using System.Collections.Concurrent;

namespace ConcurrencyKatas.LostUpdate;

public sealed class Account
{
    private readonly ConcurrentDictionary<int, Statement> _book = new();

    public Account(int opening) => _book[0] = new(opening, 0, 0);

    public int Balance => GetStatement().Balance;

    public void Deposit(int amount) =>
        Update(seen => seen with { Balance = seen.Balance + amount, Deposited = seen.Deposited + amount });

    public bool Withdraw(int amount)
    {
        var paid = false;
        Update(seen =>
        {
            if (seen.Balance < amount)
                return seen;
            paid = true;
            return seen with { Balance = seen.Balance - amount, Withdrawn = seen.Withdrawn + amount };
        });
        return paid;
    }

    public Statement GetStatement() => _book[0];

    private void Update(Func<Statement, Statement> change) =>
        _book.AddOrUpdate(0, _ => throw new InvalidOperationException("The account is there from the start."), (_, seen) => change(seen));
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
