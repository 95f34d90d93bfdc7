// Alternative: no lock around the figures: one thread of the account's own does all bookings, and callers wait for its answer.
using System.Collections.Concurrent;

namespace ConcurrencyKatas.LostUpdate;

public sealed class Account
{
    private readonly BlockingCollection<Action> desk = [];
    private int balance;
    private int deposited;
    private int withdrawn;

    public Account(int opening)
    {
        balance = opening;
        new Thread(Work) { IsBackground = true }.Start();
    }

    public int Balance => Ask(() => balance);

    public void Deposit(int amount) => Ask(() =>
    {
        balance += amount;
        return deposited += amount;
    });

    public bool Withdraw(int amount) => Ask(() =>
    {
        if (balance < amount)
            return false;
        balance -= amount;
        withdrawn += amount;
        return true;
    });

    public Statement GetStatement() => Ask(() => new Statement(balance, deposited, withdrawn));

    private void Work()
    {
        foreach (var booking in desk.GetConsumingEnumerable())
            booking();
    }

    private T Ask<T>(Func<T> what)
    {
        var answer = new TaskCompletionSource<T>();
        desk.Add(() => answer.SetResult(what()));
        return answer.Task.Result;
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
