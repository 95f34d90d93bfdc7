// Fault: stops after two seconds of its own, whatever the caller says.
// Verdict: WrongAnswer
// Fails: completes, stops-at-once, polls-while-computing, does-not-swallow, no-work-after-the-end
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
        using var own = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        token = own.Token;
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
