namespace ConcurrencyKatas.BoundedFetch;

/// <summary>Fetches many pages, a few at a time.</summary>
public static class Fetcher
{
    /// <summary>
    /// Fetches every page with <paramref name="fetch"/>: <paramref name="limit"/> of them at once as long as so many are
    /// left, and never more.
    /// </summary>
    /// <param name="ids">The pages to fetch. An id may come twice: then its page is fetched twice.</param>
    /// <param name="limit">How many fetches the server can take at once; 1 or more.</param>
    /// <param name="fetch">Fetches one page. It may fail, at once or later, and it may respect its token or ignore it.</param>
    /// <param name="cancellationToken">Once it is cancelled, no fetch that waits begins any more. Each fetch gets it.</param>
    /// <returns>The pages, in the order of <paramref name="ids"/>, whatever the order in which they arrived.</returns>
    /// <exception cref="Exception">What a fetch failed with; all the others have been fetched nevertheless.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled. No fetch is still in flight.</exception>
    public static async Task<string[]> FetchAllAsync(
        IReadOnlyList<int> ids,
        int limit,
        Func<int, CancellationToken, Task<string>> fetch,
        CancellationToken cancellationToken = default)
    {
        return await Task.WhenAll(ids.Select(id => fetch(id, cancellationToken)));
    }
}
