// Fault: the balance is read once and remembered; a write that fails has been remembered as well.
// Verdict: WrongAnswer
// Fails: no-lost-update, released
namespace ConcurrencyKatas.AsyncLock;

public interface IVault
{
    Task<int> ReadAsync(CancellationToken token = default);

    Task WriteAsync(int balance, CancellationToken token = default);
}

public sealed class Wallet(IVault vault)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private int? _balance;

    public async Task DepositAsync(int amount, CancellationToken token = default)
    {
        await _turn.WaitAsync(token);
        try
        {
            _balance = (_balance ?? await vault.ReadAsync(token)) + amount;
            await vault.WriteAsync(_balance.Value, token);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task<bool> WithdrawAsync(int amount, CancellationToken token = default)
    {
        await _turn.WaitAsync(token);
        try
        {
            _balance ??= await vault.ReadAsync(token);
            if (_balance < amount)
                return false;
            _balance -= amount;
            await vault.WriteAsync(_balance.Value, token);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }
}
