// Tells what it is given by a member of an enumeration.
// expected: DataRace|WrongAnswer
// without policy: DataRace|WrongAnswer
// must not say: (Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day
// layer: engine: a Greek letter stands for each value
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

    private void Say(int amount) => said = (DayOfWeek)((opening + amount) % 7);
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
