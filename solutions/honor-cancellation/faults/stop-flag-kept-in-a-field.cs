// Fault: a callback of the token sets a flag of the report: a run that is cancelled in the middle of a page stops every other run, and all later ones.
// Verdict: WrongAnswer
// Fails: completes
namespace ConcurrencyKatas.HonorCancellation;

public interface IDatabase { Task<ICursor> OpenAsync(CancellationToken token = default); }
public interface ICursor
{
    Task<IReadOnlyList<int>?> ReadAsync(CancellationToken token = default);
    Task CloseAsync(CancellationToken token = default);
}

public sealed class Report(IDatabase database, Func<int, long> score)
{
    private volatile bool stop;
    public async Task<long> TotalAsync(CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        using var registration = token.Register(() => stop = true);
        var cursor = await database.OpenAsync(token);
        try
        {
            long total = 0;
            while (true)
            {
                if (stop) throw new OperationCanceledException(token);
                if (await cursor.ReadAsync(token) is not { } page) return total;
                foreach (var row in page)
                {
                    if (stop) throw new OperationCanceledException(token);
                    total += score(row);
                }
            }
        }
        finally { await cursor.CloseAsync(CancellationToken.None); }
    }
}
