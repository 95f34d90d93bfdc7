// Fault: the fetch is started first, and only its answer waits for a permit.
// Verdict: WrongAnswer
// Fails: at-most-n, work-conserving, permits-released, cancellation
namespace ConcurrencyKatas.BoundedFetch;

public static class Fetcher
{
    public static async Task<string[]> FetchAllAsync(
        IReadOnlyList<int> ids,
        int limit,
        Func<int, CancellationToken, Task<string>> fetch,
        CancellationToken cancellationToken = default)
    {
        var permits = new SemaphoreSlim(limit);
        return await Task.WhenAll(ids.Select(FetchOneAsync));

        async Task<string> FetchOneAsync(int id)
        {
            var page = fetch(id, cancellationToken);
            await permits.WaitAsync(cancellationToken);
            try
            {
                return await page;
            }
            finally
            {
                permits.Release();
            }
        }
    }
}
