namespace ConcurrencyKatas.LostUpdate;

/// <summary>A bank account that many threads and tasks use at the same time.</summary>
/// <param name="opening">The money in it at first, in cents; 0 or more.</param>
public sealed class Account(int opening)
{
    private readonly Lock gate = new();
    private int balance = opening;
    private int deposited;
    private int withdrawn;

    /// <summary>The money in the account now, in cents; never below 0.</summary>
    public int Balance
    {
        get
        {
            lock (gate)
                return balance;
        }
    }

    /// <summary>Pays <paramref name="amount"/> cents in.</summary>
    /// <param name="amount">In cents; 1 or more.</param>
    public void Deposit(int amount)
    {
        lock (gate)
        {
            balance += amount;
            deposited += amount;
        }
    }

    /// <summary>Takes <paramref name="amount"/> cents out, if there is enough.</summary>
    /// <param name="amount">In cents; 1 or more.</param>
    /// <returns>True when the money was paid out; false when there was not enough: then nothing has changed.</returns>
    public bool Withdraw(int amount)
    {
        lock (gate)
        {
            if (balance < amount)
                return false;
            balance -= amount;
            withdrawn += amount;
            return true;
        }
    }

    /// <summary>The figures of one single moment: Balance = opening + Deposited − Withdrawn, always.</summary>
    public Statement GetStatement()
    {
        lock (gate)
            return new(balance, deposited, withdrawn);
    }
}

/// <summary>What the bank prints; all in cents.</summary>
/// <param name="Balance">The money in the account.</param>
/// <param name="Deposited">All that was ever paid in, the opening balance not counted.</param>
/// <param name="Withdrawn">All that was ever paid out.</param>
public sealed record Statement(int Balance, int Deposited, int Withdrawn);
