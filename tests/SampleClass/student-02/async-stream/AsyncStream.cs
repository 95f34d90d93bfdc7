namespace ConcurrencyKatas.AsyncStream;

/// <summary>A session at the archive, opened for one listener.</summary>
public interface IPages : IAsyncDisposable
{
    /// <summary>Fetches one page. The archive answers one request at a time.</summary>
    /// <param name="page">The number of the page, from 0.</param>
    /// <param name="token">Cancels the request. An archive may respect it or ignore it.</param>
    /// <returns>The items of the page, which may be none; null: there is no such page, and none after it.</returns>
    Task<IReadOnlyList<string>?> GetAsync(int page, CancellationToken token);
}

/// <summary>Reads an archive page by page.</summary>
public static class Catalogue
{
    /// <summary>The items of all pages, in order. While the listener hears one page, the next one is fetched.</summary>
    /// <param name="open">Opens a session. Each enumeration opens one, at its first step, and closes it.</param>
    /// <param name="token">Once it is cancelled, no page is asked for. The token of WithCancellation does the same.</param>
    public static async IAsyncEnumerable<string> ReadAsync(Func<IPages> open, CancellationToken token = default)
    {
        var pages = open();
        var all = new List<string>();
        for (var page = 0; await pages.GetAsync(page, token) is { } items; page++)
            all.AddRange(items);
        foreach (var item in all)
            yield return item;
    }
}
