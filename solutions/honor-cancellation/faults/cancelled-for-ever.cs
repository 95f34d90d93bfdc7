// Fault: the request is kept in a field: a report that was cancelled once is cancelled whenever it is run again.
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
    private readonly CancellationTokenSource _stop = new();

    public async Task<long> TotalAsync(CancellationToken token)
    {
        using var request = token.Register(_stop.Cancel);
        try
        {
            return await AddUpAsync(_stop.Token);
        }
        catch (OperationCanceledException e) when (e.CancellationToken == _stop.Token)
        {
            throw new OperationCanceledException(token);
        }
    }

    private async Task<long> AddUpAsync(CancellationToken token)
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
