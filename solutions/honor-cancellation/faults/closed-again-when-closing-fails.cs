// Fault: the closing stands inside of the try whose catch closes: when it fails, the cursor is closed again.
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

            await cursor.CloseAsync(CancellationToken.None);
            return total;
        }
        catch (Exception failure)
        {
            try
            {
                await cursor.CloseAsync(CancellationToken.None);
            }
            catch (Exception)
            {
                // The first failure is the one that counts.
            }

            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
            throw;
        }
    }
}
