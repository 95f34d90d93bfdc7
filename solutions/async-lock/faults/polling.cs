// Fault: looks every ten milliseconds whether the turn is free.
// Verdict: WrongAnswer
// Fails: waits-without-a-thread
namespace ConcurrencyKatas.AsyncLock;

public interface IVault
{
    Task<int> ReadAsync(CancellationToken token = default);

    Task WriteAsync(int balance, CancellationToken token = default);
}

public sealed class Wallet(IVault vault)
{
    private int _taken;

    public async Task DepositAsync(int amount, CancellationToken token = default)
    {
        while (Interlocked.Exchange(ref _taken, 1) == 1)
            await Task.Delay(10, token);
        try
        {
            await vault.WriteAsync(await vault.ReadAsync(token) + amount, token);
        }
        finally
        {
            Volatile.Write(ref _taken, 0);
        }
    }

    public async Task<bool> WithdrawAsync(int amount, CancellationToken token = default)
    {
        while (Interlocked.Exchange(ref _taken, 1) == 1)
            await Task.Delay(10, token);
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
            Volatile.Write(ref _taken, 0);
        }
    }
}
