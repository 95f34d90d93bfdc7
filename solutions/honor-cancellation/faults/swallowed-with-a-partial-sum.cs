// Fault: catches the cancellation and returns what it has so far.
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
        long total = 0;
        if (token.IsCancellationRequested)
            return total;

        ICursor? cursor = null;
        try
        {
            cursor = await database.OpenAsync(token);
            while (await cursor.ReadAsync(token) is { } page)
            {
                foreach (var row in page)
                {
                    token.ThrowIfCancellationRequested();
                    total += score(row);
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
        finally
        {
            if (cursor is not null)
                await cursor.CloseAsync();
        }

        return total;
    }
}
