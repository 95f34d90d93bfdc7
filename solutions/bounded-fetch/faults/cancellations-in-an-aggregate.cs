// Fault: fetches that were cancelled count as failures: two of them come out in an AggregateException.
// Verdict: WrongAnswer
// Fails: cancellation
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

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
        var pages = new string[ids.Count];
        var failures = new ConcurrentQueue<Exception>();
        await Task.WhenAll(Enumerable.Range(0, limit).Select(_ => WorkAsync()));
        if (failures.Count > 1)
            throw new AggregateException(failures);
        if (failures.TryPeek(out var failure))
            ExceptionDispatchInfo.Throw(failure);
        cancellationToken.ThrowIfCancellationRequested();
        return pages;

        async Task WorkAsync()
        {
            while (!cancellationToken.IsCancellationRequested && queue.TryDequeue(out var i))
            {
                try
                {
                    pages[i] = await fetch(ids[i], cancellationToken);
                }
                catch (Exception failure)
                {
                    failures.Enqueue(failure);
                }
            }
        }
    }
}
