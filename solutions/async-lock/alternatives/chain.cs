// Alternative: a chain of tasks: each booking waits for the one before, and ends its link when it and all before it are over.
namespace ConcurrencyKatas.AsyncLock;

public interface IVault
{
    Task<int> ReadAsync(CancellationToken token = default);

    Task WriteAsync(int balance, CancellationToken token = default);
}

public sealed class Wallet(IVault vault)
{
    private Task _last = Task.CompletedTask;

    public Task DepositAsync(int amount, CancellationToken token = default) => BookAsync(amount, token);

    public Task<bool> WithdrawAsync(int amount, CancellationToken token = default) => BookAsync(-amount, token);

    private async Task<bool> BookAsync(int change, CancellationToken token)
    {
        var link = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = Interlocked.Exchange(ref _last, link.Task);
        try
        {
            await before.WaitAsync(token);
            return await ChangeAsync(change, token);
        }
        finally
        {
            _ = before.ContinueWith(_ => link.SetResult(), TaskScheduler.Default);
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
