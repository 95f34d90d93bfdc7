// An account without any synchronisation, whose cells are targets of weak references.
// expected: DataRace|WrongAnswer
// without policy: DataRace|WrongAnswer
// layer: engine: others may come between two calls of a member that is made for threads
using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly Cell balance = new(opening), deposited = new(0), withdrawn = new(0);

    public int Balance => balance.Get();

    public void Deposit(int amount)
    {
        balance.Set(balance.Get() + amount);
        deposited.Set(deposited.Get() + amount);
    }

    public bool Withdraw(int amount)
    {
        if (balance.Get() < amount)
            return false;
        balance.Set(balance.Get() - amount);
        withdrawn.Set(withdrawn.Get() + amount);
        return true;
    }

    public Statement GetStatement() => new(balance.Get(), deposited.Get(), withdrawn.Get());
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);

internal sealed class Cell(int value)
{
    private readonly WeakReference<object> target = new(value);
    public int Get() => target.TryGetTarget(out var found) ? (int)found : 0;
    public void Set(int to) => target.SetTarget(to);
}
