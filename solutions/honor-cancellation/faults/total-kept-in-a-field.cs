// Fault: the sum is a field: the second report begins with what the first left.
// Verdict: DataRace
// Fails: completes
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
    private long _total;

    public async Task<long> TotalAsync(CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        var cursor = await database.OpenAsync(token);
        try
        {
            token.ThrowIfCancellationRequested();
            while (await cursor.ReadAsync(token) is { } page)
            {
                foreach (var row in page)
                {
                    token.ThrowIfCancellationRequested();
                    _total += score(row);
                }

                token.ThrowIfCancellationRequested();
            }

            return _total;
        }
        finally
        {
            await cursor.CloseAsync(CancellationToken.None);
        }
    }
}
