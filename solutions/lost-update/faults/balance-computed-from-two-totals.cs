// Fault: only the two totals are kept, and whoever reads takes one after the other: it always adds up, and need never have been.
// Verdict: WrongAnswer
// Fails: consistent-read
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly Lock gate = new();
    private int deposited;
    private int withdrawn;

    public int Balance
    {
        get
        {
            lock (gate)
                return opening + deposited - withdrawn;
        }
    }

    public void Deposit(int amount)
    {
        lock (gate)
            deposited += amount;
    }

    public bool Withdraw(int amount)
    {
        lock (gate)
        {
            if (opening + deposited - withdrawn < amount)
                return false;
            withdrawn += amount;
            return true;
        }
    }

    public Statement GetStatement()
    {
        var outgoing = Read(ref withdrawn);
        var incoming = Read(ref deposited);
        return new(opening + incoming - outgoing, incoming, outgoing);
    }

    private int Read(ref int total)
    {
        lock (gate)
            return total;
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
