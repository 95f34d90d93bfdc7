// An account without any synchronisation, whose cells are properties of structs behind an interface.
// expected: DataRace|WrongAnswer
// without policy: DataRace|WrongAnswer
// layer: engine: the box of a struct is found by its address
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

internal interface ICell { int Value { get; set; } }

internal struct Box : ICell { public int Value { get; set; } }

internal sealed class Cell(int value)
{
    private readonly ICell box = new Box { Value = value };
    public int Get() => box.Value;
    public void Set(int to) => box.Value = to;
}
