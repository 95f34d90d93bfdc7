// An account without any synchronisation, whose cells are values of nodes that are in no list.
// expected: DataRace|WrongAnswer
// without policy: DataRace|WrongAnswer
// layer: engine: a node's value is memory of its own
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
    private readonly LinkedListNode<int> node = new(value);
    public int Get() => node.Value;
    public void Set(int to) => node.Value = to;
}
