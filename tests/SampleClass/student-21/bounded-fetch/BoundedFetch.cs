// Alternative: takes the permit in the loop, before the task is made; what was started is awaited whatever happens.
namespace ConcurrencyKatas.BoundedFetch;

public static class Fetcher
{
    public static async Task<string[]> FetchAllAsync(
        IReadOnlyList<int> ids,
        int limit,
        Func<int, CancellationToken, Task<string>> fetch,
        CancellationToken cancellationToken = default)
    {
        using var permits = new SemaphoreSlim(limit, limit);
        var started = new List<Task<string>>();
        try
        {
            foreach (var id in ids)
            {
                await permits.WaitAsync(cancellationToken);
                started.Add(FetchOneAsync(id));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAny(Task.WhenAll(started));
            throw;
        }

        return await Task.WhenAll(started);

        async Task<string> FetchOneAsync(int id)
        {
            try
            {
                return await fetch(id, cancellationToken);
            }
            finally
            {
                permits.Release();
            }
        }
    }
}
