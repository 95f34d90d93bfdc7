// Fault: each booking awaits the one before: its failure comes out of all that follow.
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
    private readonly Lock _gate = new();
    private Task<bool> _last = Task.FromResult(true);

    public Task DepositAsync(int amount, CancellationToken token = default) => BookAsync(amount, token);

    public Task<bool> WithdrawAsync(int amount, CancellationToken token = default) => BookAsync(-amount, token);

    private Task<bool> BookAsync(int change, CancellationToken token)
    {
        lock (_gate)
            return _last = AfterAsync(_last, change, token);
    }

    private async Task<bool> AfterAsync(Task before, int change, CancellationToken token)
    {
        await before.WaitAsync(token);
        return await ChangeAsync(change, token);
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
