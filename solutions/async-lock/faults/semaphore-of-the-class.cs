// Fault: a static semaphore: every wallet waits for every other.
// Verdict: WrongAnswer
// Fails: per-wallet
namespace ConcurrencyKatas.AsyncLock;

public interface IVault
{
    Task<int> ReadAsync(CancellationToken token = default);

    Task WriteAsync(int balance, CancellationToken token = default);
}

public sealed class Wallet(IVault vault)
{
    private static readonly SemaphoreSlim Turn = new(1, 1);

    public async Task DepositAsync(int amount, CancellationToken token = default)
    {
        await Turn.WaitAsync(token);
        try
        {
            await vault.WriteAsync(await vault.ReadAsync(token) + amount, token);
        }
        finally
        {
            Turn.Release();
        }
    }

    public async Task<bool> WithdrawAsync(int amount, CancellationToken token = default)
    {
        await Turn.WaitAsync(token);
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
            Turn.Release();
        }
    }
}
