// Alternative: the cursor in a wrapper that await using disposes; the computing on another thread, page by page.
namespace ConcurrencyKatas.HonorCancellation;

public interface IDatabase
{
    Task<ICursor> OpenAsync(CancellationToken token = default);
}

public interface ICursor
{
    Task<IReadOnlyList<int>?> ReadAsync(CancellationToken token = default);

    Task CloseAsync(CancellationToken token = default);
}

public sealed class Report(IDatabase database, Func<int, long> score)
{
    public async Task<long> TotalAsync(CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        await using var lease = new Lease(await database.OpenAsync(token));
        var total = 0L;
        while (await lease.Cursor.ReadAsync(token) is { } page)
            total += await Task.Run(() => SumOf(page, token), token);
        return total;
    }

    private long SumOf(IEnumerable<int> page, CancellationToken token)
    {
        var sum = 0L;
        foreach (var row in page)
        {
            token.ThrowIfCancellationRequested();
            sum += score(row);
        }

        return sum;
    }

    private sealed class Lease(ICursor cursor) : IAsyncDisposable
    {
        public ICursor Cursor => cursor;

        public async ValueTask DisposeAsync() => await cursor.CloseAsync(CancellationToken.None);
    }
}
