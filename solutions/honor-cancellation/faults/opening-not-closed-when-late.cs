// Fault: the token is asked between the opening and the try: a cancellation just then loses the cursor.
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
        long total = 0;
        var cursor = await database.OpenAsync(token);
        token.ThrowIfCancellationRequested();
        try
        {
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
        }
    }
}
