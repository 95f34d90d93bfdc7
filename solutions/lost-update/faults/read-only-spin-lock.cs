// Fault: a readonly SpinLock: each call locks a copy of the struct, and the lock itself stays open.
// Verdict: DataRace
// Fails: *
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly SpinLock gate = new(enableThreadOwnerTracking: false);
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
        var taken = false;
        try
        {
            gate.Enter(ref taken);
            return body();
        }
        finally
        {
            if (taken)
                gate.Exit();
        }
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
