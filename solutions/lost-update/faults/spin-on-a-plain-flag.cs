// Fault: a lock of one's own: a bool that is looked at, and then set.
// Verdict: DataRace
// Fails: *
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private bool busy;
    private int balance = opening;
    private int deposited;
    private int withdrawn;

    public int Balance => Locked(() => balance);

    public void Deposit(int amount) => Locked(() =>
    {
        balance += amount;
        deposited += amount;
        return true;
    });

    public bool Withdraw(int amount) => Locked(() =>
    {
        if (balance < amount)
            return false;
        balance -= amount;
        withdrawn += amount;
        return true;
    });

    public Statement GetStatement() => Locked(() => new Statement(balance, deposited, withdrawn));

    private T Locked<T>(Func<T> body)
    {
        while (busy)
            Thread.Yield();
        busy = true;
        var result = body();
        busy = false;
        return result;
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
