// Fault: an OperationCanceledException with another token than the caller's is given the caller's, also when the vault gave up by itself.
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

    public Task DepositAsync(int amount, CancellationToken token = default) => BookAsync(amount, token);

    public Task<bool> WithdrawAsync(int amount, CancellationToken token = default) => BookAsync(-amount, token);

    private async Task<bool> BookAsync(int change, CancellationToken token)
    {
        await _turn.WaitAsync(token);
        try
        {
            var balance = await vault.ReadAsync(token) + change;
            if (balance < 0)
                return false;
            await vault.WriteAsync(balance, token);
            return true;
        }
        catch (OperationCanceledException given) when (given.CancellationToken != token)
        {
            throw new OperationCanceledException(token);
        }
        finally
        {
            _turn.Release();
        }
    }
}
