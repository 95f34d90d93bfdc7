namespace ConcurrencyKatas.TakeTurns;

/// <summary>A ticket counter with one window. The window is the loop: one thread that serves one callback after another.</summary>
public static class Counter
{
    /// <summary>
    /// Handles every voucher, one after another, on the loop on which it was called. Each time it has handled vouchers for 50 ms or
    /// more without a break, every callback that waits for the loop runs before it begins the next voucher.
    /// </summary>
    /// <param name="vouchers">The vouchers, in the order in which to handle them. One may come twice: then it is handled twice.</param>
    /// <param name="handle">
    /// Handles one voucher and says what it is worth, in cents. It computes for up to 50 ms, and belongs to the loop's thread.
    /// </param>
    /// <param name="token">Once it is cancelled, no further voucher is begun, even if it was cancelled before the call.</param>
    /// <returns>What all vouchers are worth together, in cents; 0 if there are none.</returns>
    /// <exception cref="Exception">What <paramref name="handle"/> threw; no further voucher was begun.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the last voucher was begun; it carries that token.</exception>
    public static async Task<long> HandleAsync(
        IReadOnlyList<int> vouchers, Func<int, long> handle, CancellationToken token = default)
    {
        var total = 0L;
        foreach (var voucher in vouchers)
        {
            total += handle(voucher);
            await Task.CompletedTask;
        }

        return total;
    }
}
