// Alternative: one loop that keeps a set of running fetches full, and waits with WhenAny for a place in it.
namespace ConcurrencyKatas.BoundedFetch;

public static class Fetcher
{
    public static async Task<string[]> FetchAllAsync(
        IReadOnlyList<int> ids,
        int limit,
        Func<int, CancellationToken, Task<string>> fetch,
        CancellationToken cancellationToken = default)
    {
        var all = new List<Task<string>>();
        var running = new List<Task>();
        foreach (var id in ids)
        {
            if (running.Count == limit)
                running.Remove(await Task.WhenAny(running));
            if (cancellationToken.IsCancellationRequested)
                break;
            var one = FetchOneAsync(id);
            all.Add(one);
            running.Add(one);
        }

        var pages = await Task.WhenAll(all);
        if (pages.Length < ids.Count)
            cancellationToken.ThrowIfCancellationRequested();
        return pages;

        async Task<string> FetchOneAsync(int id) => await fetch(id, cancellationToken);
    }
}
