// Fault: hands the token to every await, but scores a page to its end without asking.
// Verdict: WrongAnswer
// Fails: stops-at-once, polls-while-computing
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
            while (await cursor.ReadAsync(token) is { } page)
                total += page.Sum(score);
            return total;
        }
        finally
        {
            await cursor.CloseAsync();
        }
    }
}
