// Alternative: Parallel.ForEachAsync counts the permits; failures wait in their tasks until the end.
namespace ConcurrencyKatas.BoundedFetch;

public static class Fetcher
{
    public static async Task<string[]> FetchAllAsync(
        IReadOnlyList<int> ids,
        int limit,
        Func<int, CancellationToken, Task<string>> fetch,
        CancellationToken cancellationToken = default)
    {
        var pages = new Task<string>[ids.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = limit, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, ids.Count), options, async (i, token) =>
        {
            pages[i] = FetchOneAsync(ids[i], token);
            await Task.WhenAny(pages[i]);
        });
        return await Task.WhenAll(pages);

        async Task<string> FetchOneAsync(int id, CancellationToken token) => await fetch(id, token);
    }
}
