// Alternative: asks IsCancellationRequested, leaves the loops in order, closes on one path and then throws what there is to throw.
using System.Runtime.ExceptionServices;

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
        if (token.IsCancellationRequested)
            throw new TaskCanceledException("cancelled before the start", null, token);

        var cursor = await database.OpenAsync(token);
        long total = 0;
        ExceptionDispatchInfo? thrown = null;
        try
        {
            var more = true;
            while (more && !token.IsCancellationRequested)
            {
                var page = await cursor.ReadAsync(token);
                more = page is not null;
                for (var i = 0; i < (page?.Count ?? 0) && !token.IsCancellationRequested; i++)
                    total += score(page![i]);
            }
        }
        catch (Exception exception)
        {
            thrown = ExceptionDispatchInfo.Capture(exception);
        }

        await cursor.CloseAsync(CancellationToken.None);
        thrown?.Throw();
        token.ThrowIfCancellationRequested();
        return total;
    }
}
