// Fault: Wait instead of WaitAsync: the caller is held up while there is no permit.
// Verdict: Deadlock
// Fails: work-conserving, cancellation
namespace ConcurrencyKatas.BoundedFetch;

public static class Fetcher
{
    public static async Task<string[]> FetchAllAsync(
        IReadOnlyList<int> ids,
        int limit,
        Func<int, CancellationToken, Task<string>> fetch,
        CancellationToken cancellationToken = default)
    {
        using var permits = new SemaphoreSlim(limit);
        return await Task.WhenAll(ids.Select(id =>
        {
            permits.Wait(cancellationToken);
            return FetchOneAsync(id);
        }));

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
