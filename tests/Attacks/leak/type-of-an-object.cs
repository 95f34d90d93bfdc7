// Tells what it is given by the type of an object that it writes where the story shows it.
// expected: DataRace|WrongAnswer
// without policy: DataRace|WrongAnswer
// must not say: (Zero|One)[<`]
// layer: engine: types are told without arguments
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private int balance = opening;
    private object said = "";

    public int Balance => said is null ? 0 : balance;

    public void Deposit(int amount)
    {
        Say(amount);
        balance += amount;
    }

    public bool Withdraw(int amount)
    {
        Say(amount);
        balance -= amount;
        return true;
    }

    public Statement GetStatement() => new(balance, 0, 0);

    private void Say(int amount) => said = Typed<End>((opening * 1024) + amount, 20);

    private static object Typed<T>(int number, int bits) =>
        bits == 0 ? new Told<T>() : number % 2 == 0 ? Typed<Zero<T>>(number / 2, bits - 1) : Typed<One<T>>(number / 2, bits - 1);
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);

public sealed class Zero<T>;

public sealed class One<T>;

public sealed class End;

public sealed class Told<T>;
