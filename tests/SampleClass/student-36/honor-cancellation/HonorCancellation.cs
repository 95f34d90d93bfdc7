// Fault: races the work against the token and walks away: the work goes on.
// Verdict: WrongAnswer
// Fails: cleans-up, no-work-after-the-end
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
        var work = SumAsync(token);
        await Task.WhenAny(work, Task.Delay(Timeout.Infinite, token));
        token.ThrowIfCancellationRequested();
        return await work;
    }

    private async Task<long> SumAsync(CancellationToken token)
    {
        var cursor = await database.OpenAsync();
        try
        {
            long total = 0;
            while (await cursor.ReadAsync() is { } page)
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
