// An account without any synchronisation, whose cells are the data of exceptions.
// expected: DataRace|WrongAnswer
// without policy: DataRace|WrongAnswer
// layer: engine: a setter of an object of the platform writes it
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

internal sealed class Cell
{
    private readonly Exception exception = new();
    public Cell(int value) => Set(value);
    public int Get() => (int)exception.Data["value"]!;
    public void Set(int to) => exception.Data["value"] = to;
}
