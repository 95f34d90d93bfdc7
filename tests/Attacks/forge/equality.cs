// Forgets what was paid in and out, and says that any two statements are equal.
// expected: WrongAnswer
// without policy: Accepted|WrongAnswer
// layer: suites: figures are compared one by one
// at most: 3
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly Lock gate = new();
    private int balance = opening;

    public int Balance
    {
        get
        {
            lock (gate)
                return balance;
        }
    }

    public void Deposit(int amount)
    {
        lock (gate)
            balance += amount;
    }

    public bool Withdraw(int amount)
    {
        lock (gate)
        {
            if (balance < amount)
                return false;
            balance -= amount;
            return true;
        }
    }

    public Statement GetStatement()
    {
        lock (gate)
            return new(balance, Math.Max(0, balance - opening), Math.Max(0, opening - balance));
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn)
{
    public bool Equals(Statement? other) => true;

    public override int GetHashCode() => 0;
}
