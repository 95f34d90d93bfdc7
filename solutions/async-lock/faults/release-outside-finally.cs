// Fault: a booking that fails keeps the turn for ever.
// Verdict: Deadlock
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
        await _turn.WaitAsync(token);
        await vault.WriteAsync(await vault.ReadAsync(token) + amount, token);
        _turn.Release();
    }

    public async Task<bool> WithdrawAsync(int amount, CancellationToken token = default)
    {
        await _turn.WaitAsync(token);
        var balance = await vault.ReadAsync(token);
        if (balance < amount)
        {
            _turn.Release();
            return false;
        }

        await vault.WriteAsync(balance - amount, token);
        _turn.Release();
        return true;
    }
}
