// An account without any synchronisation, whose cells are bytes that a writer and a reader over a stream go through.
// expected: DataRace|WrongAnswer
// without policy: DataRace|WrongAnswer
// layer: engine: a stream over an array is the array
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
    public int Get() => new System.IO.BinaryReader(new System.IO.MemoryStream(bytes)).ReadInt32();
    public void Set(int to) => new System.IO.BinaryWriter(new System.IO.MemoryStream(bytes)).Write(to);
}
