// Fault: an exclusive scheduler runs one piece of a method at a time, and lets others in at each await.
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
    private readonly TaskFactory _exclusive = new(new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);

    public Task DepositAsync(int amount, CancellationToken token = default) => _exclusive.StartNew(() => ChangeAsync(amount, token), token).Unwrap();

    public Task<bool> WithdrawAsync(int amount, CancellationToken token = default) => _exclusive.StartNew(() => ChangeAsync(-amount, token), token).Unwrap();

    private async Task<bool> ChangeAsync(int change, CancellationToken token)
    {
        var balance = await vault.ReadAsync(token);
        if (balance + change < 0)
            return false;
        await vault.WriteAsync(balance + change, token);
        return true;
    }
}
