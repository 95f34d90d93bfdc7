// Fault: each account has a balance of its own, and the totals are static: the statement adds up over all accounts.
// Verdict: WrongAnswer
// Fails: no-lost-update
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private static readonly Lock Gate = new();
    private static int deposited;
    private static int withdrawn;
    private int balance = opening;

    public int Balance
    {
        get
        {
            lock (Gate)
                return balance;
        }
    }

    public void Deposit(int amount)
    {
        lock (Gate)
        {
            balance += amount;
            deposited += amount;
        }
    }

    public bool Withdraw(int amount)
    {
        lock (Gate)
        {
            if (balance < amount)
                return false;
            balance -= amount;
            withdrawn += amount;
            return true;
        }
    }

    public Statement GetStatement()
    {
        lock (Gate)
            return new(balance, deposited, withdrawn);
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
