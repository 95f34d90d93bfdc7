// Fault: a thread-safe collection of bookings: adding is safe, "is there enough?" and adding is not.
// Verdict: WrongAnswer
// Fails: never-overdrawn
using System.Collections.Concurrent;

namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly ConcurrentQueue<int> bookings = new();

    public int Balance => opening + bookings.Sum();

    public void Deposit(int amount) => bookings.Enqueue(amount);

    public bool Withdraw(int amount)
    {
        if (Balance < amount)
            return false;
        bookings.Enqueue(-amount);
        return true;
    }

    public Statement GetStatement()
    {
        var seen = bookings.ToArray();
        return new(opening + seen.Sum(), seen.Where(booking => booking > 0).Sum(), -seen.Where(booking => booking < 0).Sum());
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
