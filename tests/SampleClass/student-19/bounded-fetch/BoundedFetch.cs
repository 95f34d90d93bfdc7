// Fault: results are added as they arrive.
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
        var pages = new ConcurrentQueue<string>();
        using var permits = new SemaphoreSlim(limit);
        await Task.WhenAll(ids.Select(FetchOneAsync));
        return [.. pages];

        async Task FetchOneAsync(int id)
        {
            await permits.WaitAsync(cancellationToken);
            try
            {
                pages.Enqueue(await fetch(id, cancellationToken));
            }
            finally
            {
                permits.Release();
            }
        }
    }
}
