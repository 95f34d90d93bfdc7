// Fault: whatever is thrown, it is reported as a cancellation.
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
        catch (Exception failure)
        {
            throw new OperationCanceledException("The report did not end.", failure, token);
        }
        finally
        {
            await cursor.CloseAsync(CancellationToken.None);
        }
    }
}
