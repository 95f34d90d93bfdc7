// Looks like an answer with a lock, and has none.
// kata: lost-update
// expected: DataRace|WrongAnswer; at most 0 points
// A lock that is made anew in each call locks out nobody.
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private int _balance = opening;
    private int _deposited;
    private int _withdrawn;

    public int Balance => _balance;

    public void Deposit(int amount)
    {
        var gate = new Lock();
        lock (gate)
        {
            _balance += amount;
            _deposited += amount;
        }
    }

    public bool Withdraw(int amount)
    {
        var gate = new Lock();
        lock (gate)
        {
            if (_balance < amount)
                return false;
            _balance -= amount;
            _withdrawn += amount;
            return true;
        }
    }

    public Statement GetStatement() => new(_balance, _deposited, _withdrawn);
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
