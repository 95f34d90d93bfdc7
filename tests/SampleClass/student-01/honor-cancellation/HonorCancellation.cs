namespace ConcurrencyKatas.HonorCancellation;

/// <summary>The database, as far as a report needs it.</summary>
public interface IDatabase
{
    /// <summary>Starts the report's query.</summary>
    Task<ICursor> OpenAsync(CancellationToken token = default);
}

/// <summary>The rows of one query, page by page.</summary>
public interface ICursor
{
    /// <summary>Reads the next page; null after the last one.</summary>
    Task<IReadOnlyList<int>?> ReadAsync(CancellationToken token = default);

    /// <summary>Closes the cursor and gives its connection back.</summary>
    Task CloseAsync(CancellationToken token = default);
}

/// <summary>Adds up the scores of all rows of a long query.</summary>
public sealed class Report(IDatabase database, Func<int, long> score)
{
    /// <summary>Runs the query to its end, or until its caller cancels.</summary>
    public async Task<long> TotalAsync(CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        var cursor = await database.OpenAsync(token);
        try
        {
            long total = 0;
            while (await cursor.ReadAsync(token) is { } page)
            {
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
            await cursor.CloseAsync(CancellationToken.None);
        }
    }
}
