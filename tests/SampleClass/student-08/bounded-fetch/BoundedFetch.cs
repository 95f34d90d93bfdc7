namespace ConcurrencyKatas.BoundedFetch;

/// <summary>Fetches many things, a few at a time.</summary>
public static class Fetcher
{
    /// <summary>Fetches every id, at most <paramref name="limit"/> at once, and returns the results in the order of the ids.</summary>
    public static async Task<string[]> FetchAllAsync(
        IReadOnlyList<int> ids,
        int limit,
        Func<int, CancellationToken, Task<string>> fetch,
        CancellationToken cancellationToken = default)
    {
        using var permits = new SemaphoreSlim(limit);
        return await Task.WhenAll(ids.Select(FetchOneAsync));

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
