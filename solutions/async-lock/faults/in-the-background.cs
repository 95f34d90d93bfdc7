// Fault: the deposit is done by a task that nobody awaits.
// Verdict: WrongAnswer
// Fails: no-lost-update, check-and-act, released
namespace ConcurrencyKatas.AsyncLock;

public interface IVault
{
    Task<int> ReadAsync(CancellationToken token = default);

    Task WriteAsync(int balance, CancellationToken token = default);
}

public sealed class Wallet(IVault vault)
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public Task DepositAsync(int amount, CancellationToken token = default)
    {
        _ = Task.Run(() => BookAsync(amount, token), token);
        return Task.CompletedTask;
    }

    private async Task BookAsync(int amount, CancellationToken token)
    {
        await _turn.WaitAsync(token);
        try
        {
            await vault.WriteAsync(await vault.ReadAsync(token) + amount, token);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task<bool> WithdrawAsync(int amount, CancellationToken token = default)
    {
        await _turn.WaitAsync(token);
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
            _turn.Release();
        }
    }
}
