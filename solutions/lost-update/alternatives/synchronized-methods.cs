// Alternative: MethodImplOptions.Synchronized on every member, as in Java: the runtime locks the account itself.
using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private int balance = opening;
    private int deposited;
    private int withdrawn;

    public int Balance
    {
        [MethodImpl(MethodImplOptions.Synchronized)]
        get => balance;
    }

    [MethodImpl(MethodImplOptions.Synchronized)]
    public void Deposit(int amount)
    {
        balance += amount;
        deposited += amount;
    }

    [MethodImpl(MethodImplOptions.Synchronized)]
    public bool Withdraw(int amount)
    {
        if (balance < amount)
            return false;
        balance -= amount;
        withdrawn += amount;
        return true;
    }

    [MethodImpl(MethodImplOptions.Synchronized)]
    public Statement GetStatement() => new(balance, deposited, withdrawn);
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
