// Fault: results are put into a plain list under a lock, in order of arrival.
// Verdict: WrongAnswer
// Fails: input-order
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
        var pages = new List<string>();
        await Task.WhenAll(ids.Select(FetchOneAsync));
        return [.. pages];

        async Task FetchOneAsync(int id)
        {
            await permits.WaitAsync(cancellationToken);
            try
            {
                var page = await fetch(id, cancellationToken);
                lock (pages)
                    pages.Add(page);
            }
            finally
            {
                permits.Release();
            }
        }
    }
}
