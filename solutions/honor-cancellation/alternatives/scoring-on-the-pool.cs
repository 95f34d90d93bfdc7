// Alternative: each page is scored on the pool, by a loop that asks the token, and its end is awaited whatever happens.
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
        var cursor = await database.OpenAsync(token);
        try
        {
            long total = 0;
            for (var page = await cursor.ReadAsync(token); page is not null; page = await cursor.ReadAsync(token))
            {
                var rows = page;
                total += await Task.Run(() => Scored(rows, token), CancellationToken.None);
            }

            return total;
        }
        finally
        {
            await cursor.CloseAsync(CancellationToken.None);
        }
    }

    private long Scored(IReadOnlyList<int> rows, CancellationToken token)
    {
        long sum = 0;
        foreach (var row in rows)
        {
            token.ThrowIfCancellationRequested();
            sum += score(row);
        }

        return sum;
    }
}
