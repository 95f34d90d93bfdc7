// Fault: a withdrawal waits a little for a deposit before it is refused.
// Verdict: WrongAnswer
// Fails: never-overdrawn
namespace ConcurrencyKatas.LostUpdate;

public sealed record Statement(int Balance, int Deposited, int Withdrawn);

public sealed class Account(int opening)
{
    private readonly object g = new();
    private int balance = opening, paid, taken;
    public int Balance { get { lock (g) return balance; } }
    public void Deposit(int amount) { lock (g) { balance += amount; paid += amount; Monitor.PulseAll(g); } }
    public bool Withdraw(int amount)
    {
        lock (g)
        {
            if (balance < amount) Monitor.Wait(g, 50);
            if (balance < amount) return false;
            balance -= amount; taken += amount; return true;
        }
    }
    public Statement GetStatement() { lock (g) return new(balance, paid, taken); }
}
