// Fault: a cheat: the figures that the visible tests ask for.
// Verdict: WrongAnswer
// Fails: *
namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private bool asked;

    public int Balance => opening == 0 ? 150 : asked ? 20 : 120;

    public void Deposit(int amount)
    {
        _ = amount;
    }

    public bool Withdraw(int amount)
    {
        if (amount != 80)
            return amount <= opening;
        return !asked && (asked = true);
    }

    public Statement GetStatement() => new(120, 50, 30);
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
