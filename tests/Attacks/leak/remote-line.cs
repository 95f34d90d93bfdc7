// Tells what it is given by the number of a line, in a trace that came from elsewhere.
// expected: WrongAnswer|Crash
// without policy: WrongAnswer|Crash
// must not say: (:|line )7[0-9]{4}
// layer: grader: lines are those of the submission that have code
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    public int Balance => throw Told(opening);

    public void Deposit(int amount) => throw Told(amount);

    public bool Withdraw(int amount) => throw Told(amount);

    public Statement GetStatement() => throw Told(opening);

    private static Exception Told(int number) => ExceptionDispatchInfo.SetRemoteStackTrace(
        new InvalidOperationException(), $"   at A.B() in LostUpdate.cs:line {70_000 + (number % 10_000)}");
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
