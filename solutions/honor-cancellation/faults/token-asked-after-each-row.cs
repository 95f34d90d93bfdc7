// Fault: the token is asked after each row and not before the first: a page that arrives after the request has one more row scored.
// Verdict: WrongAnswer
// Fails: polls-while-computing
namespace ConcurrencyKatas.HonorCancellation;

public interface IDatabase { Task<ICursor> OpenAsync(CancellationToken token = default); }
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
                    total += score(row);
                    token.ThrowIfCancellationRequested();
                }
            }
            return total;
        }
        finally { await cursor.CloseAsync(CancellationToken.None); }
    }
}
