// Alternative: an immutable log of all bookings; the balance is their sum, and a withdrawal that changes nothing was refused.
using System.Collections.Immutable;

namespace ConcurrencyKatas.LostUpdate;

public sealed class Account(int opening)
{
    private ImmutableList<int> _log = [];

    public int Balance => opening + Volatile.Read(ref _log).Sum();

    public void Deposit(int amount) => ImmutableInterlocked.Update(ref _log, log => log.Add(amount));

    public bool Withdraw(int amount) =>
        ImmutableInterlocked.Update(ref _log, log => opening + log.Sum() >= amount ? log.Add(-amount) : log);

    public Statement GetStatement()
    {
        var log = Volatile.Read(ref _log);
        return new(opening + log.Sum(), log.Where(booked => booked > 0).Sum(), -log.Where(booked => booked < 0).Sum());
    }
}

public sealed record Statement(int Balance, int Deposited, int Withdrawn);
