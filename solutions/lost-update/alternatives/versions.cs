// Alternative: writers hold a lock and count a version up before and after; a reader reads again until the version is even and the same.
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly Lock _gate = new();
    private int _version;
    private volatile int _deposited;
    private volatile int _withdrawn;

    public int Balance => GetStatement().Balance;

    public void Deposit(int amount)
    {
        lock (_gate)
        {
            Interlocked.Increment(ref _version);
            _deposited += amount;
            Interlocked.Increment(ref _version);
        }
    }

    public bool Withdraw(int amount)
    {
        lock (_gate)
        {
            if (opening + _deposited - _withdrawn < amount)
                return false;
            Interlocked.Increment(ref _version);
            _withdrawn += amount;
            Interlocked.Increment(ref _version);
            return true;
        }
    }

    public Statement GetStatement()
    {
        var spin = new SpinWait();
        while (true)
        {
            var version = Volatile.Read(ref _version);
            var (deposited, withdrawn) = (_deposited, _withdrawn);
            if (version % 2 == 0 && version == Volatile.Read(ref _version))
                return new(opening + deposited - withdrawn, deposited, withdrawn);
            spin.SpinOnce();
        }
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
