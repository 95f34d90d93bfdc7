// Fault: a withdrawal that finds somebody at the vault is refused.
// Verdict: WrongAnswer
// Fails: check-and-act, released
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
        if (!await _turn.WaitAsync(0, token))
            return false;
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
