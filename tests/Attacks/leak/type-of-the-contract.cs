// The same by a class of the contract, whose kind no signature tells.
// expected: CompileError|Crash|WrongAnswer
// without policy: CompileError|Crash|WrongAnswer
// must not say: LostUpdate\.Suite|Tests|System\.Exception|nunit
// layer: judge: no words of the runtime
namespace ConcurrencyKatas.LostUpdate;

public struct Account(int opening)
{
    public int Balance => opening;

    public void Deposit(int amount)
    {
    }

    public bool Withdraw(int amount) => true;

    public Statement GetStatement() => new(1, 2, 3);
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
