// Fault: asks the token once every hundred rows, "to be quick".
// Verdict: WrongAnswer
// Fails: polls-while-computing
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
                for (var i = 0; i < page.Count; i++)
                {
                    if (i % 100 == 0)
                        token.ThrowIfCancellationRequested();
                    total += score(page[i]);
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
