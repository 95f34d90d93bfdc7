// Fault: a lock around .Result: one at a time, and the thread is blocked all the while.
// Verdict: Deadlock
// Fails: no-lost-update, waits-without-a-thread, released, per-wallet
namespace ConcurrencyKatas.AsyncLock;

public interface IVault
{
    Task<int> ReadAsync(CancellationToken token = default);

    Task WriteAsync(int balance, CancellationToken token = default);
}

public sealed class Wallet(IVault vault)
{
    private readonly Lock _gate = new();

    public Task DepositAsync(int amount, CancellationToken token = default)
    {
        lock (_gate)
            vault.WriteAsync(vault.ReadAsync(token).Result + amount, token).Wait(token);
        return Task.CompletedTask;
    }

    public Task<bool> WithdrawAsync(int amount, CancellationToken token = default)
    {
        lock (_gate)
        {
            var balance = vault.ReadAsync(token).Result;
            if (balance < amount)
                return Task.FromResult(false);
            vault.WriteAsync(balance - amount, token).Wait(token);
            return Task.FromResult(true);
        }
    }
}
