// Alternative: a linked source with a deadline of its own; the exception is given back the caller's token.
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
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token);
        either.CancelAfter(TimeSpan.FromHours(8));
        try
        {
            return await SumAsync(either.Token);
        }
        catch (OperationCanceledException exception) when (token.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, token);
        }
    }

    private async Task<long> SumAsync(CancellationToken token)
    {
        var cursor = await database.OpenAsync(token).ConfigureAwait(false);
        try
        {
            var total = 0L;
            for (var page = await cursor.ReadAsync(token); page is not null; page = await cursor.ReadAsync(token))
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
            await cursor.CloseAsync().ConfigureAwait(false);
        }
    }
}
