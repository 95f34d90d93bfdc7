// Fault: a withdrawal that finds the lock taken is refused, although its money is there.
// Verdict: WrongAnswer
// Fails: never-overdrawn
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly SemaphoreSlim door = new(1);
    private int balance = opening;
    private int deposited;
    private int withdrawn;

    public int Balance => Inside(() => balance);

    public void Deposit(int amount) => Inside(() =>
    {
        balance += amount;
        return deposited += amount;
    });

    public bool Withdraw(int amount)
    {
        if (!door.Wait(0))
            return false;
        try
        {
            if (balance < amount)
                return false;
            balance -= amount;
            withdrawn += amount;
            return true;
        }
        finally
        {
            door.Release();
        }
    }

    public Statement GetStatement() => Inside(() => new Statement(balance, deposited, withdrawn));

    private T Inside<T>(Func<T> what)
    {
        door.Wait();
        try
        {
            return what();
        }
        finally
        {
            door.Release();
        }
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
