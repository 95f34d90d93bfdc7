namespace ConcurrencyKatas.HonorCancellation;

/// <summary>The database, as far as a report needs it.</summary>
public interface IDatabase
{
    /// <summary>Starts the report's query.</summary>
    /// <param name="token">Stops the opening; the task then ends as cancelled.</param>
    /// <returns>A cursor, which costs the database a connection until it is closed.</returns>
    Task<ICursor> OpenAsync(CancellationToken token = default);
}

/// <summary>The rows of one query, page by page.</summary>
public interface ICursor
{
    /// <summary>Reads the next page. Not to be called again, and the cursor not to be closed, before it has ended.</summary>
    /// <param name="token">Stops the reading; the task then ends as cancelled. Some old databases ignore it.</param>
    /// <returns>One or more rows, or null after the last page.</returns>
    Task<IReadOnlyList<int>?> ReadAsync(CancellationToken token = default);

    /// <summary>Closes the cursor and gives its connection back. To be called once.</summary>
    /// <param name="token">Stops the closing: the connection is then lost to everyone.</param>
    Task CloseAsync(CancellationToken token = default);
}

/// <summary>Adds up the scores of all rows of a long query.</summary>
/// <param name="database">Where the rows come from.</param>
/// <param name="score">The score of one row: pure computing that takes a while and cannot be interrupted.</param>
public sealed class Report(IDatabase database, Func<int, long> score)
{
    /// <summary>Runs the query to its end, or until its caller cancels.</summary>
    /// <param name="token">
    /// The caller's request to stop. From then on at most one more page is asked for, and no further row is scored; the cursor is
    /// closed; and the task ends as cancelled, with an <see cref="OperationCanceledException"/> that carries this very
    /// token. When it is cancelled before the start, the database is not touched at all.
    /// </param>
    /// <returns>The sum over all rows: never of some of them.</returns>
    /// <remarks>Whatever happens, the task does not end before the cursor is closed.</remarks>
    public async Task<long> TotalAsync(CancellationToken token)
    {
        long total = 0;
        var cursor = await database.OpenAsync();
        while (await cursor.ReadAsync() is { } page)
        {
            foreach (var row in page)
                total += score(row);
        }

        await cursor.CloseAsync();
        return total;
    }
}
