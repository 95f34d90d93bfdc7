// Fault: asks the token once, at the start, and never again.
// Verdict: WrongAnswer
// Fails: stops-at-once, polls-while-computing, does-not-swallow, no-work-after-the-end
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
        var cursor = await database.OpenAsync();
        try
        {
            long total = 0;
            while (await cursor.ReadAsync() is { } page)
            {
                foreach (var row in page)
                    total += score(row);
            }

            return total;
        }
        finally
        {
            await cursor.CloseAsync();
        }
    }
}
