// Fault: leaves the loop politely when cancelled, and returns the rows so far as the whole.
// Verdict: WrongAnswer
// Fails: does-not-swallow
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
            while (!token.IsCancellationRequested && await cursor.ReadAsync(token) is { } page)
            {
                foreach (var row in page)
                {
                    if (token.IsCancellationRequested)
                        return total;
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
