// Fault: a flag that is looked at and set in two steps: two may find it free.
// Verdict: DataRace
// Fails: no-lost-update, check-and-act, waits-without-a-thread, released
namespace ConcurrencyKatas.AsyncLock;

public interface IVault
{
    Task<int> ReadAsync(CancellationToken token = default);

    Task WriteAsync(int balance, CancellationToken token = default);
}

public sealed class Wallet(IVault vault)
{
    private bool _taken;

    public async Task DepositAsync(int amount, CancellationToken token = default)
    {
        while (_taken)
            await Task.Yield();
        _taken = true;
        try
        {
            await vault.WriteAsync(await vault.ReadAsync(token) + amount, token);
        }
        finally
        {
            _taken = false;
        }
    }

    public async Task<bool> WithdrawAsync(int amount, CancellationToken token = default)
    {
        while (_taken)
            await Task.Yield();
        _taken = true;
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
            _taken = false;
        }
    }
}
