// Makes a type of the contract one that does not load, so that the runtime tells which hidden types and methods need it.
// expected: CompileError
// without policy: CompileError
// must not say: LostUpdate\.Suite|Tests|System\.Exception|nunit
// layer: preparing: what the stub has as a class is one; judge: no words of the runtime
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    public int Balance => opening;

    public void Deposit(int amount)
    {
    }

    public bool Withdraw(int amount) => true;

    public Statement GetStatement() => default;
}

public readonly record struct Statement(int Balance, int Deposited, int Withdrawn);
