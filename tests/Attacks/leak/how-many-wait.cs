// Tells what it is given by how many tasks wait alike.
// expected: Deadlock|WrongAnswer
// without policy: Deadlock|WrongAnswer
// must not say: [0-9]+ (more wait|operations wait)
// layer: engine: those that wait alike are told without their number
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly TaskCompletionSource never = new();

    public int Balance => opening;

    public void Deposit(int amount) => Say(amount);

    public bool Withdraw(int amount)
    {
        Say(amount);
        return true;
    }

    public Statement GetStatement() => new(opening, 0, 0);

    private void Say(int amount)
    {
        for (var i = 0; i < 11 + (amount % 5); i++)
            Task.Run(() => never.Task.Wait());
        never.Task.Wait();
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
