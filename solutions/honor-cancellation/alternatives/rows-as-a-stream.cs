// Alternative: an async iterator owns the cursor; its finally closes it, however the loop over its rows is left.
using System.Runtime.CompilerServices;

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
        long total = 0;
        await foreach (var row in RowsAsync(token))
        {
            token.ThrowIfCancellationRequested();
            total += score(row);
        }

        return total;
    }

    private async IAsyncEnumerable<int> RowsAsync([EnumeratorCancellation] CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        var cursor = await database.OpenAsync(token);
        try
        {
            while (await cursor.ReadAsync(token) is { } page)
            {
                foreach (var row in page)
                    yield return row;
            }
        }
        finally
        {
            await cursor.CloseAsync(CancellationToken.None);
        }
    }
}
