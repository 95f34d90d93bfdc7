// Fault: a semaphore for each booking keeps nobody out.
// Verdict: WrongAnswer
// Fails: no-lost-update, check-and-act, waits-without-a-thread, released
namespace ConcurrencyKatas.AsyncLock;

public interface IVault
{
    Task<int> ReadAsync(CancellationToken token = default);

    Task WriteAsync(int balance, CancellationToken token = default);
}

public sealed class Wallet(IVault vault)
{
    public async Task DepositAsync(int amount, CancellationToken token = default)
    {
        var turn = new SemaphoreSlim(1, 1);
        await turn.WaitAsync(token);
        try
        {
            await vault.WriteAsync(await vault.ReadAsync(token) + amount, token);
        }
        finally
        {
            turn.Release();
        }
    }

    public async Task<bool> WithdrawAsync(int amount, CancellationToken token = default)
    {
        var turn = new SemaphoreSlim(1, 1);
        await turn.WaitAsync(token);
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
            turn.Release();
        }
    }
}
