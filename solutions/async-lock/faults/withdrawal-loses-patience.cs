// Fault: a withdrawal waits for its turn for half a minute, and is then refused.
// Verdict: WrongAnswer
// Fails: check-and-act
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
        try { await vault.WriteAsync(await vault.ReadAsync(token) + amount, token); }
        finally { _turn.Release(); }
    }
    public async Task<bool> WithdrawAsync(int amount, CancellationToken token = default)
    {
        if (!await _turn.WaitAsync(TimeSpan.FromSeconds(30), token)) return false;
        try
        {
            var b = await vault.ReadAsync(token);
            if (b < amount) return false;
            await vault.WriteAsync(b - amount, token);
            return true;
        }
        finally { _turn.Release(); }
    }
}
