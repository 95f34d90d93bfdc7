// Reads each figure by a query over a segment of an array.
// expected: DataRace|WrongAnswer
// without policy: DataRace|WrongAnswer
// layer: engine: a segment in a box is a part of its array
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
    private readonly int[] kept = new int[1];

    public Kept(int first) => Number = first;

    public int Number
    {
        get => new ArraySegment<int>(kept).Single();
        set => kept[0] = value;
    }
}
