// Fault: Monitor belongs to a thread, and after the await it is another one that exits.
// Verdict: Deadlock
// Fails: *
namespace ConcurrencyKatas.AsyncLock;

public interface IVault
{
    Task<int> ReadAsync(CancellationToken token = default);

    Task WriteAsync(int balance, CancellationToken token = default);
}

public sealed class Wallet(IVault vault)
{
    private readonly object _gate = new();

    public async Task DepositAsync(int amount, CancellationToken token = default)
    {
        Monitor.Enter(_gate);
        try
        {
            await vault.WriteAsync(await vault.ReadAsync(token) + amount, token);
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }

    public async Task<bool> WithdrawAsync(int amount, CancellationToken token = default)
    {
        Monitor.Enter(_gate);
        try
        {
            var balance = await vault.ReadAsync(token);
            if (balance < amount)
                return false;
            await vault.WriteAsync(balance - amount, token);
            return true;
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }
}
