// Fault: starts the booking and does not wait for it: when Deposit returns, the money is not there yet.
// Verdict: WrongAnswer
// Fails: no-lost-update
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly Lock gate = new();
    private int balance = opening;
    private int deposited;
    private int withdrawn;

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
        _ = Task.Run(() =>
        {
            lock (gate)
            {
                balance += amount;
                deposited += amount;
            }
        });
    }

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

    public Statement GetStatement()
    {
        lock (gate)
            return new(balance, deposited, withdrawn);
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
