// Fault: keeps the results by id: an id that comes twice is fetched once.
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
        using var permits = new SemaphoreSlim(limit);
        var pages = ids.Distinct().ToDictionary(id => id, FetchOneAsync);
        await Task.WhenAll(pages.Values);
        return [.. pages.Values.Select(page => page.Result)];

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
