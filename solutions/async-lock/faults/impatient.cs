// Fault: waits for its turn for an hour and then goes in without it.
// Verdict: WrongAnswer
// Fails: no-lost-update
namespace ConcurrencyKatas.AsyncLock;

public interface IVault
{
    Task<int> ReadAsync(CancellationToken token = default);

    Task WriteAsync(int balance, CancellationToken token = default);
}

public sealed class Wallet(IVault vault)
{
    private readonly SemaphoreSlim _turn = new(1);

    public async Task DepositAsync(int amount, CancellationToken token = default)
    {
        await _turn.WaitAsync(TimeSpan.FromHours(1), token);
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
        await _turn.WaitAsync(TimeSpan.FromHours(1), token);
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
