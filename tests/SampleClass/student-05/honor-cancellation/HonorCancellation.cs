// Fault: asks the token before each step but hands it to nobody, so a long read is waited out.
// Verdict: WrongAnswer
// Fails: stops-at-once
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
            token.ThrowIfCancellationRequested();
            while (await cursor.ReadAsync() is { } page)
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
            await cursor.CloseAsync();
        }
    }
}
