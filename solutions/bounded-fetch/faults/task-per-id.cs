// Fault: keeps the tasks by id: an id that comes twice is fetched twice, and nobody waits for its second fetch.
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
        var pages = new Dictionary<int, Task<string>>();
        foreach (var id in ids)
            pages.TryAdd(id, FetchOneAsync(id));
        await Task.WhenAll(pages.Values);
        return [.. ids.Select(id => pages[id].Result)];

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
