// Fault: one run after another, and the turn is not given back when the opening is cancelled: the next run waits for ever.
// Verdict: Deadlock
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
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<long> TotalAsync(CancellationToken token)
    {
        await _turn.WaitAsync(token);
        var cursor = await database.OpenAsync(token);
        try
        {
            long total = 0;
            token.ThrowIfCancellationRequested();
            while (await cursor.ReadAsync(token) is { } page)
            {
                foreach (var row in page)
                {
                    token.ThrowIfCancellationRequested();
                    total += score(row);
                }

                token.ThrowIfCancellationRequested();
            }

            return total;
        }
        finally
        {
            await cursor.CloseAsync(CancellationToken.None);
            _turn.Release();
        }
    }
}
