// Fault: a withdrawal that the balance seen last does not cover is refused without a turn, although a deposit is under way.
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
    private volatile int _seen = int.MaxValue;

    public Task DepositAsync(int amount, CancellationToken token = default) => BookAsync(amount, token);

    public async Task<bool> WithdrawAsync(int amount, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        return _seen >= amount && await BookAsync(-amount, token);
    }

    private async Task<bool> BookAsync(int change, CancellationToken token)
    {
        await _turn.WaitAsync(token);
        try
        {
            _seen = await vault.ReadAsync(token);
            var balance = _seen + change;
            if (balance < 0)
                return false;
            await vault.WriteAsync(balance, token);
            _seen = balance;
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }
}
