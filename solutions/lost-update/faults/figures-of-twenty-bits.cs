// Fault: both totals share a long, twenty bits each: fine for pocket money.
// Verdict: WrongAnswer
// Fails: no-lost-update
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private const int Bits = 20;

    private long _totals;

    public int Balance => GetStatement().Balance;

    public void Deposit(int amount) => Interlocked.Add(ref _totals, (long)amount << Bits);

    public bool Withdraw(int amount)
    {
        while (true)
        {
            var seen = Interlocked.Read(ref _totals);
            if (Of(seen).Balance < amount)
                return false;
            if (Interlocked.CompareExchange(ref _totals, seen + amount, seen) == seen)
                return true;
        }
    }

    public Statement GetStatement() => Of(Interlocked.Read(ref _totals));

    private Statement Of(long totals)
    {
        var deposited = (int)(totals >> Bits) & ((1 << Bits) - 1);
        var withdrawn = (int)totals & ((1 << Bits) - 1);
        return new(opening + deposited - withdrawn, deposited, withdrawn);
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
