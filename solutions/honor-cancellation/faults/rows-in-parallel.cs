// Fault: the rows of a page are scored by a parallel loop: several are begun before anybody looks at the token.
// Verdict: WrongAnswer
// Fails: polls-while-computing, does-not-swallow
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
            token.ThrowIfCancellationRequested();
            while (await cursor.ReadAsync(token) is { } page)
            {
                Parallel.ForEach(page, row => Interlocked.Add(ref total, score(row)));
                token.ThrowIfCancellationRequested();
            }

            return total;
        }
        finally
        {
            await cursor.CloseAsync(CancellationToken.None);
        }
    }
}
