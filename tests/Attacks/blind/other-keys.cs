// Keeps each figure in a dictionary that is asked by keys of another type.
// expected: DataRace|WrongAnswer
// without policy: DataRace|WrongAnswer
// layer: engine: a lookup is a call on what it looks into
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly Kept balance = new(opening), deposited = new(0), withdrawn = new(0);

    public int Balance => balance.Number;

    public void Deposit(int amount)
    {
        balance.Number += amount;
        deposited.Number += amount;
    }

    public bool Withdraw(int amount)
    {
        if (balance.Number < amount)
            return false;
        balance.Number -= amount;
        withdrawn.Number += amount;
        return true;
    }

    public Statement GetStatement() => new(balance.Number, deposited.Number, withdrawn.Number);
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);

internal sealed class Kept
{
    private readonly Dictionary<string, int> kept = [];

    public Kept(int first) => Number = first;

    public int Number
    {
        get => kept.GetAlternateLookup<ReadOnlySpan<char>>()["x"];
        set
        {
            var lookup = kept.GetAlternateLookup<ReadOnlySpan<char>>();
            lookup["x"] = value;
        }
    }
}
