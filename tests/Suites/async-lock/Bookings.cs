namespace ConcurrencyKatas.AsyncLock.Suite;

internal static class Bookings
{
    /// <summary>Amounts of which no two sums are equal, so that a balance tells which of them count.</summary>
    public static int[] Amounts(this Random draw, int count)
    {
        int[] all = [.. Enumerable.Range(0, count).Select(i => 100 << i)];
        draw.Shuffle(all);
        return all;
    }

    /// <summary>Books, and says by how much the balance should change.</summary>
    public static async Task<int> BookAsync(this Wallet wallet, Kind kind, int amount, CancellationToken token = default)
    {
        if (kind == Kind.Withdrawal)
            return await wallet.WithdrawAsync(amount, token) ? -amount : 0;
        await wallet.DepositAsync(amount, token);
        return amount;
    }

    /// <summary>Books, and says what came out instead of a result: an exception, or null.</summary>
    public static Task<Exception?> TryAsync(this Wallet wallet, Kind kind, int amount, CancellationToken token = default) =>
        Caught.ByAsync(() => wallet.BookAsync(kind, amount, token));
}
