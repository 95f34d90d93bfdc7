// Fault: a chain of tasks in which a cancelled link ends at once: the next does not wait for those before it.
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
            link.SetResult();
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
