// An account without any lock, each of whose operations runs inside the initialiser of a type that only its own thread uses.
// expected: DataRace|WrongAnswer|PolicyViolation
// without policy: DataRace|WrongAnswer
// layer: engine: an initialiser is code like any other, with others in between
using System;
using System.Threading;

namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private int balance = opening, deposited, withdrawn;

    public int Balance => Fresh.Run(() => balance);

    public void Deposit(int amount) => Fresh.Run(() =>
    {
        balance += amount;
        return deposited += amount;
    });

    public bool Withdraw(int amount) => Fresh.Run(() =>
    {
        if (balance < amount)
            return 0;
        balance -= amount;
        withdrawn += amount;
        return 1;
    }) == 1;

    public Statement GetStatement()
    {
        Statement? made = null;
        Fresh.Run(() =>
        {
            made = new Statement(balance, deposited, withdrawn);
            return 0;
        });
        return made!;
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);

internal sealed class Left<T>;

internal sealed class Right<T>;

internal static class Fresh
{
    [ThreadStatic]
    public static Func<int>? Body;

    [ThreadStatic]
    private static int count;

    public static int Run(Func<int> body)
    {
        Body = body;
        return In<string>((Environment.CurrentManagedThreadId * 128) + count++);
    }

    private static int In<T>(int number) =>
        number == 0 ? Once<T>.Result : number % 2 == 0 ? In<Left<T>>(number / 2) : In<Right<T>>(number / 2);
}

internal static class Once<T>
{
    public static readonly int Result = Fresh.Body!();
}
