// Fault: a ConcurrentDictionary for the figures: each access is safe, and reading, adding and writing are three.
// Verdict: WrongAnswer
// Fails: *
using System.Collections.Concurrent;

namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private readonly ConcurrentDictionary<string, int> figures = new() { ["balance"] = opening, ["deposited"] = 0, ["withdrawn"] = 0 };

    public int Balance => figures["balance"];

    public void Deposit(int amount)
    {
        figures["balance"] += amount;
        figures["deposited"] += amount;
    }

    public bool Withdraw(int amount)
    {
        if (figures["balance"] < amount)
            return false;
        figures["balance"] -= amount;
        figures["withdrawn"] += amount;
        return true;
    }

    public Statement GetStatement() => new(figures["balance"], figures["deposited"], figures["withdrawn"]);
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
