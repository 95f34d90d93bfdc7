// Alternative: another structure: a list of bookings behind a lock; every figure is added up from it.
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly Lock gate = new();
    private readonly List<int> bookings = [];

    public int Balance => GetStatement().Balance;

    public void Deposit(int amount)
    {
        lock (gate)
            bookings.Add(amount);
    }

    public bool Withdraw(int amount)
    {
        lock (gate)
        {
            var enough = AddUp().Balance >= amount;
            if (enough)
                bookings.Add(-amount);
            return enough;
        }
    }

    public Statement GetStatement()
    {
        lock (gate)
            return AddUp();
    }

    private Statement AddUp() => new(
        opening + bookings.Sum(),
        bookings.Where(amount => amount > 0).Sum(),
        -bookings.Where(amount => amount < 0).Sum());
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
