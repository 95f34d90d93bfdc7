using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.AsyncStream;

/// <summary>A session at the archive, opened for one listener.</summary>
public interface IPages : IAsyncDisposable
{
    /// <summary>Fetches one page. The archive answers one request at a time.</summary>
    /// <param name="page">The number of the page, from 0.</param>
    /// <param name="token">Stops the request. An archive may listen to it or not.</param>
    /// <returns>The items of the page, which may be none; null: there is no such page, and none after it.</returns>
    Task<IReadOnlyList<string>?> GetAsync(int page, CancellationToken token);
}

/// <summary>Reads an archive page by page.</summary>
public static class Catalogue
{
    /// <summary>The items of all pages, in order. While the listener hears one page, the next one is fetched.</summary>
    /// <param name="open">Opens a session. Each enumeration opens one, at its first step, and closes it.</param>
    /// <param name="token">Once it is cancelled, nothing more is fetched.</param>
    public static async IAsyncEnumerable<string> ReadAsync(
        Func<IPages> open, [EnumeratorCancellation] CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        await using var pages = open();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(token);
        var next = GetAsync(0);
        try
        {
            for (var page = 1; await next is { } items; page++)
            {
                token.ThrowIfCancellationRequested();
                next = GetAsync(page);
                foreach (var item in items)
                    yield return item;
            }
        }
        finally
        {
            leaving.Cancel();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // Async, so that a request that throws at once fails in its task, and is heard of in its place.
        async Task<IReadOnlyList<string>?> GetAsync(int page)
        {
            try
            {
                return await pages.GetAsync(page, leaving.Token);
            }
            catch (OperationCanceledException) when (token.IsCancellationRequested)
            {
                throw new OperationCanceledException(token);
            }
        }
    }
}
