// Fault: a page is kept by its id: where an id comes twice the pages are right, and the second was never fetched.
// Verdict: WrongAnswer
// Fails: input-order
using System.Collections.Concurrent;

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
        var pages = new ConcurrentDictionary<int, Lazy<Task<string>>>();
        return await Task.WhenAll(ids.Select(id => pages.GetOrAdd(id, key => new(() => FetchOneAsync(key))).Value));

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
