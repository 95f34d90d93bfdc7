// Tells what it is given by the number of a line, in a trace that it makes up.
// expected: WrongAnswer|Crash
// without policy: WrongAnswer|Crash
// must not say: (:|line )7[0-9]{4}
// layer: grader: lines are those of the submission that have code
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    public int Balance => throw new Told(opening);

    public void Deposit(int amount) => throw new Told(amount);

    public bool Withdraw(int amount) => throw new Told(amount);

    public Statement GetStatement() => throw new Told(opening);
}

public sealed class Told(int number) : Exception
{
    public override string? StackTrace => $"   at A.B() in LostUpdate.cs:line {70_000 + (number % 10_000)}";
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
