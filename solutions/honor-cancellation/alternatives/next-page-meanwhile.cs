// Alternative: the next page is read while the last one is scored; the read is awaited before the cursor is closed.
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
        var reading = Task.FromResult<IReadOnlyList<int>?>(null);
        try
        {
            token.ThrowIfCancellationRequested();
            reading = cursor.ReadAsync(token);
            long total = 0;
            while (await reading is { } page)
            {
                token.ThrowIfCancellationRequested();
                reading = cursor.ReadAsync(token);
                foreach (var row in page)
                {
                    token.ThrowIfCancellationRequested();
                    total += score(row);
                }
            }

            return total;
        }
        finally
        {
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await cursor.CloseAsync(CancellationToken.None);
        }
    }
}
