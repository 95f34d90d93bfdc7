// An account without any synchronisation, whose cells are options of parallel loops.
// expected: DataRace|WrongAnswer
// without policy: DataRace|WrongAnswer
// layer: engine: options are plain state wherever they belong to
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
    private readonly System.Threading.Tasks.ParallelOptions options = new();
    public Cell(int value) => Set(value);
    public int Get() => options.MaxDegreeOfParallelism - 1;
    public void Set(int to) => options.MaxDegreeOfParallelism = to + 1;
}
