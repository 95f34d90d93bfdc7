namespace ConcurrencyKatas.LostUpdate;

/// <summary>A bank account that many threads and tasks use at the same time.</summary>
/// <param name="opening">The money in it at first, in cents; not negative.</param>
public sealed class Account(int opening)
{
    private readonly Lock gate = new();
    private int balance = opening;
    private int deposited;
    private int withdrawn;

    /// <summary>The money in the account now, in cents; never negative.</summary>
    public int Balance
    {
        get
        {
            lock (gate)
                return balance;
        }
    }

    /// <summary>Pays <paramref name="amount"/> cents in.</summary>
    public void Deposit(int amount)
    {
        lock (gate)
        {
            balance += amount;
            deposited += amount;
        }
    }

    /// <summary>Takes <paramref name="amount"/> cents out: true; or, when there is not enough, nothing: false.</summary>
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

    /// <summary>The three figures of one moment: the balance is the opening balance + deposited − withdrawn.</summary>
    public Statement GetStatement()
    {
        lock (gate)
            return new(balance, deposited, withdrawn);
    }
}

/// <summary>What a bank prints: figures of one and the same moment, in cents.</summary>
/// <param name="Balance">The money in the account.</param>
/// <param name="Deposited">All deposits so far, added up.</param>
/// <param name="Withdrawn">All successful withdrawals so far, added up.</param>
public readonly record struct Statement(int Balance, int Deposited, int Withdrawn);
