// Fault: only the writing is in the turn: the balance was read before it.
// Verdict: WrongAnswer
// Fails: no-lost-update, check-and-act, waits-without-a-thread, released
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
        var balance = await vault.ReadAsync(token);
        await _turn.WaitAsync(token);
        try
        {
            await vault.WriteAsync(balance + amount, token);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task<bool> WithdrawAsync(int amount, CancellationToken token = default)
    {
        var balance = await vault.ReadAsync(token);
        if (balance < amount)
            return false;
        await _turn.WaitAsync(token);
        try
        {
            await vault.WriteAsync(balance - amount, token);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }
}
