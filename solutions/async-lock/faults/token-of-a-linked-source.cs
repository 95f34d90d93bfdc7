// Fault: the exception of a cancelled booking has the token of a linked source, not the caller's.
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
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(token);
        await BookAsync(amount, linked.Token);
    }

    public async Task<bool> WithdrawAsync(int amount, CancellationToken token = default)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(token);
        return await BookAsync(-amount, linked.Token);
    }

    private async Task<bool> BookAsync(int change, CancellationToken token)
    {
        await _turn.WaitAsync(token);
        try
        {
            return await ChangeAsync(change, token);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<bool> ChangeAsync(int change, CancellationToken token)
    {
        var balance = await vault.ReadAsync(token);
        if (balance + change < 0)
            return false;
        await vault.WriteAsync(balance + change, token);
        return true;
    }
}
