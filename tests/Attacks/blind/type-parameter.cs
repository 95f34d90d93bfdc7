// An account without any synchronisation, whose cells are numbers behind a type parameter that allows ref structs.
// expected: DataRace|WrongAnswer
// without policy: DataRace|WrongAnswer
// layer: engine: values of any type parameter are looked up by their address
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

internal ref struct Place<T> where T : allows ref struct { public static T Load(ref T at) => at; public static void Store(ref T at, T value) => at = value; }

internal sealed class Cell(int value)
{
    private int number = value;
    public int Get() => Place<int>.Load(ref number);
    public void Set(int to) => Place<int>.Store(ref number, to);
}
