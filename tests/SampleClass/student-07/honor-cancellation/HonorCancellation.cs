// Fault: hands a linked token on and lets it come out: the caller cannot recognise its own cancellation.
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
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(token);
        return await SumAsync(linked.Token);
    }

    private async Task<long> SumAsync(CancellationToken token)
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
