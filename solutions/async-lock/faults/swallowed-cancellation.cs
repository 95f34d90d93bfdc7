// Fault: a booking that is cancelled ends as if nothing had happened.
// Verdict: WrongAnswer
// Fails: released
namespace ConcurrencyKatas.AsyncLock;

public interface IVault
{
    Task<int> ReadAsync(CancellationToken token = default);

    Task WriteAsync(int balance, CancellationToken token = default);
}

public sealed class Wallet(IVault vault)
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task DepositAsync(int amount, CancellationToken token = default)
    {
        try
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
        catch (OperationCanceledException)
        {
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
