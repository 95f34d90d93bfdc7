// Fault: the fields are static, so that "everybody sees the same": all accounts are one.
// Verdict: WrongAnswer
// Fails: no-lost-update
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account
{
    private static readonly Lock Gate = new();
    private static int balance;
    private static int deposited;
    private static int withdrawn;

    public Account(int opening)
    {
        lock (Gate)
            (balance, deposited, withdrawn) = (opening, 0, 0);
    }

    public int Balance => GetStatement().Balance;

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
