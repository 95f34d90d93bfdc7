// Fault: closes the cursor only when all goes well.
// Verdict: WrongAnswer
// Fails: cleans-up
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
        long total = 0;
        while (await cursor.ReadAsync(token) is { } page)
        {
            foreach (var row in page)
            {
                token.ThrowIfCancellationRequested();
                total += score(row);
            }
        }

        await cursor.CloseAsync();
        return total;
    }
}
