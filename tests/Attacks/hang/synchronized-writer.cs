// Holds a lock inside the platform (a synchronized writer's) while its code gives the turn away: who comes second waits for real.
// expected: DataRace|PolicyViolation|WrongAnswer|Deadlock|TimeLimit
// without policy: DataRace|PolicyViolation|WrongAnswer|Deadlock|TimeLimit
// layer: engine: a call back out of code that is not woven is one step
using System.IO;

namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly TextWriter gate = TextWriter.Synchronized(new Book(opening));

    public int Balance => -1;

    public void Deposit(int amount) => gate.Write(amount);

    public bool Withdraw(int amount)
    {
        gate.Write(-amount);
        return true;
    }

    public Statement GetStatement() => new(-1, -2, -3);

    private sealed class Book(int opening) : TextWriter
    {
        private int balance = opening;

        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

        public override void Write(int value) => balance += value;
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
