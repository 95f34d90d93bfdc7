// Alternative: an awaitable lock that gives a disposable: a using block in place of a finally.
namespace ConcurrencyKatas.AsyncLock;

public interface IVault
{
    Task<int> ReadAsync(CancellationToken token = default);

    Task WriteAsync(int balance, CancellationToken token = default);
}

public sealed class Wallet(IVault vault)
{
    private readonly Turn _turn = new();

    public async Task DepositAsync(int amount, CancellationToken token = default)
    {
        using (await _turn.TakeAsync(token))
            await vault.WriteAsync(await vault.ReadAsync(token) + amount, token);
    }

    public async Task<bool> WithdrawAsync(int amount, CancellationToken token = default)
    {
        using var turn = await _turn.TakeAsync(token);
        var balance = await vault.ReadAsync(token);
        if (balance < amount)
            return false;
        await vault.WriteAsync(balance - amount, token);
        return true;
    }

    private sealed class Turn
    {
        private readonly SemaphoreSlim _free = new(1);

        public async Task<IDisposable> TakeAsync(CancellationToken token)
        {
            await _free.WaitAsync(token).ConfigureAwait(false);
            return new Taken(_free);
        }

        private sealed class Taken(SemaphoreSlim free) : IDisposable
        {
            public void Dispose() => free.Release();
        }
    }
}
