// Alternative: as many workers as permits, each takes the next index until none is left; a failure stays in its own task.
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
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(limit, ids.Count)).Select(_ => WorkAsync()));
        return await Task.WhenAll(pages);

        async Task WorkAsync()
        {
            while (Interlocked.Increment(ref next) is var i && i < ids.Count)
            {
                cancellationToken.ThrowIfCancellationRequested();
                pages[i] = FetchOneAsync(ids[i]);
                await Task.WhenAny(pages[i]);
            }
        }

        async Task<string> FetchOneAsync(int id) => await fetch(id, cancellationToken);
    }
}
