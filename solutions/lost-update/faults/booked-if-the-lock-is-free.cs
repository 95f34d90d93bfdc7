// Fault: Monitor.TryEnter without waiting: who finds the lock taken goes away without booking.
// Verdict: WrongAnswer
// Fails: no-lost-update, never-overdrawn
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly object gate = new();
    private int balance = opening;
    private int deposited;
    private int withdrawn;

    public int Balance => GetStatement().Balance;

    public void Deposit(int amount)
    {
        if (!Monitor.TryEnter(gate))
            return;
        balance += amount;
        deposited += amount;
        Monitor.Exit(gate);
    }

    public bool Withdraw(int amount)
    {
        if (!Monitor.TryEnter(gate))
            return false;
        var paid = balance >= amount;
        if (paid)
        {
            balance -= amount;
            withdrawn += amount;
        }

        Monitor.Exit(gate);
        return paid;
    }

    public Statement GetStatement()
    {
        lock (gate)
            return new(balance, deposited, withdrawn);
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
