// Alternative: workers over a ConcurrentQueue; each keeps what went wrong for the end.
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
        var queue = new ConcurrentQueue<int>(Enumerable.Range(0, ids.Count));
        var failures = new ConcurrentQueue<Exception>();
        var pages = new string[ids.Count];
        var workers = new List<Task>();
        for (var worker = 0; worker < limit; worker++)
            workers.Add(WorkAsync());
        await Task.WhenAll(workers);
        return failures.TryPeek(out var failure) ? throw failure : pages;

        async Task WorkAsync()
        {
            while (queue.TryDequeue(out var i))
            {
                cancellationToken.ThrowIfCancellationRequested();
                try
                {
                    pages[i] = await fetch(ids[i], cancellationToken);
                }
                catch (Exception exception)
                {
                    failures.Enqueue(exception);
                }
            }
        }
    }
}
