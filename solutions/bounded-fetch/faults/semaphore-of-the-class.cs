// Fault: one static semaphore for all calls, made for two whatever the limit is.
// Verdict: WrongAnswer
// Fails: at-most-n, work-conserving
namespace ConcurrencyKatas.BoundedFetch;

public static class Fetcher
{
    private static readonly SemaphoreSlim Permits = new(2);

    public static async Task<string[]> FetchAllAsync(
        IReadOnlyList<int> ids,
        int limit,
        Func<int, CancellationToken, Task<string>> fetch,
        CancellationToken cancellationToken = default)
    {
        return await Task.WhenAll(ids.Select(FetchOneAsync));

        async Task<string> FetchOneAsync(int id)
        {
            await Permits.WaitAsync(cancellationToken);
            try
            {
                return await fetch(id, cancellationToken);
            }
            finally
            {
                Permits.Release();
            }
        }
    }
}
