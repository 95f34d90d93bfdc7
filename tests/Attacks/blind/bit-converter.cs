// An account without any synchronisation, whose cells are bytes that BitConverter reads and writes.
// expected: DataRace|WrongAnswer
// without policy: DataRace|WrongAnswer
// layer: engine: an array that is given to the platform is read or written
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
    private readonly byte[] bytes = new byte[4];
    public Cell(int value) => Set(value);
    public int Get() => BitConverter.ToInt32(bytes, 0);
    public void Set(int to) => BitConverter.TryWriteBytes(bytes, to);
}
