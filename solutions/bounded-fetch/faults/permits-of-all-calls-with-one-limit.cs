// Fault: a semaphore is kept for each limit: two calls at once with the same limit share their permits.
// Verdict: WrongAnswer
// Fails: at-most-n
using System.Collections.Concurrent;

namespace ConcurrencyKatas.BoundedFetch;

public static class Fetcher
{
    private static readonly ConcurrentDictionary<int, SemaphoreSlim> Permits = new();

    public static async Task<string[]> FetchAllAsync(
        IReadOnlyList<int> ids,
        int limit,
        Func<int, CancellationToken, Task<string>> fetch,
        CancellationToken cancellationToken = default)
    {
        var permits = Permits.GetOrAdd(limit, count => new SemaphoreSlim(count));
        return await Task.WhenAll(ids.Select(FetchOneAsync));

        async Task<string> FetchOneAsync(int id)
        {
            await permits.WaitAsync(cancellationToken);
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
