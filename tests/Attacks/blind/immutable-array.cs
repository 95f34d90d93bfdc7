// Reads each figure out of an immutable array, which is made over one that changes.
// expected: DataRace|WrongAnswer
// without policy: DataRace|WrongAnswer
// layer: engine: an immutable array is a copy
using System.Runtime.InteropServices;

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
        get => ImmutableCollectionsMarshal.AsImmutableArray(kept).Sum();
        set => kept[0] = value;
    }
}
