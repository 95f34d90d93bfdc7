// Fault: the sum is a field that is set to zero at the start: two runs of one report at once add up into one.
// Verdict: WrongAnswer
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
        Interlocked.Exchange(ref _total, 0);
        var cursor = await database.OpenAsync(token);
        try
        {
            while (await cursor.ReadAsync(token) is { } page)
            {
                foreach (var row in page)
                {
                    token.ThrowIfCancellationRequested();
                    Interlocked.Add(ref _total, score(row));
                }
            }

            return Interlocked.Read(ref _total);
        }
        finally
        {
            await cursor.CloseAsync(CancellationToken.None);
        }
    }
}
