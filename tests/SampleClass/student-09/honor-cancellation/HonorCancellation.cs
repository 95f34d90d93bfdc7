// Fault: leaves it to the database to find out that the token was cancelled before the start.
// Verdict: WrongAnswer
// Fails: stops-at-once
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
            await cursor.CloseAsync();
        }
    }
}
