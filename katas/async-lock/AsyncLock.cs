namespace ConcurrencyKatas.AsyncLock;

/// <summary>Where a balance lies. Reading and writing take time.</summary>
public interface IVault
{
    /// <summary>What was written last.</summary>
    Task<int> ReadAsync(CancellationToken token = default);

    /// <summary>Writes a new balance over the old one; when it fails or is cancelled, the old one stays.</summary>
    Task WriteAsync(int balance, CancellationToken token = default);
}

/// <summary>Money in a vault, which many may pay into and take from at the same time.</summary>
/// <param name="vault">Only this wallet uses it. It may fail, at once or later.</param>
public sealed class Wallet(IVault vault)
{
    /// <summary>Pays in.</summary>
    /// <param name="amount">How much; more than 0.</param>
    /// <param name="token">Cancels the wait for a turn, or the work in the vault.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled, and nothing was paid in.</exception>
    public async Task DepositAsync(int amount, CancellationToken token = default)
    {
        await vault.WriteAsync(await vault.ReadAsync(token) + amount, token);
    }

    /// <summary>Takes out, if there is enough.</summary>
    /// <param name="amount">How much; more than 0.</param>
    /// <param name="token">Cancels the wait for a turn, or the work in the vault.</param>
    /// <returns>Whether there was enough; if not, nothing is written.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled, and nothing was taken out.</exception>
    public async Task<bool> WithdrawAsync(int amount, CancellationToken token = default)
    {
        var balance = await vault.ReadAsync(token);
        if (balance < amount)
            return false;
        await vault.WriteAsync(balance - amount, token);
        return true;
    }
}
