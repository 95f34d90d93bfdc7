// Fault: deposits and withdrawals have each a semaphore of their own.
// Verdict: WrongAnswer
// Fails: no-lost-update, released
namespace ConcurrencyKatas.AsyncLock;

public interface IVault
{
    Task<int> ReadAsync(CancellationToken token = default);

    Task WriteAsync(int balance, CancellationToken token = default);
}

public sealed class Wallet(IVault vault)
{
    private readonly SemaphoreSlim _depositing = new(1, 1), _withdrawing = new(1, 1);

    public async Task DepositAsync(int amount, CancellationToken token = default)
    {
        await _depositing.WaitAsync(token);
        try
        {
            await vault.WriteAsync(await vault.ReadAsync(token) + amount, token);
        }
        finally
        {
            _depositing.Release();
        }
    }

    public async Task<bool> WithdrawAsync(int amount, CancellationToken token = default)
    {
        await _withdrawing.WaitAsync(token);
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
            _withdrawing.Release();
        }
    }
}
