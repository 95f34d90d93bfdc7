// Alternative: one stream of pages, one after the other; another that takes its step ahead; a third that unpacks them.
using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.AsyncStream;

public interface IPages : IAsyncDisposable
{
    Task<IReadOnlyList<string>?> GetAsync(int page, CancellationToken token);
}

public static class Catalogue
{
    public static async IAsyncEnumerable<string> ReadAsync(
        Func<IPages> open, [EnumeratorCancellation] CancellationToken token = default)
    {
        await foreach (var items in AheadAsync(open, token))
        {
            foreach (var item in items)
                yield return item;
        }
    }

    /// <summary>The same pages; the step to the next one begins as soon as one is handed on.</summary>
    private static async IAsyncEnumerable<IReadOnlyList<string>> AheadAsync(Func<IPages> open, [EnumeratorCancellation] CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(token);
        await using var pages = PagesAsync(open, leaving.Token).GetAsyncEnumerator(CancellationToken.None);
        var step = pages.MoveNextAsync().AsTask();
        try
        {
            while (true)
            {
                bool more;
                try
                {
                    more = await step;
                }
                catch (OperationCanceledException) when (token.IsCancellationRequested)
                {
                    throw new OperationCanceledException(token);
                }

                if (!more)
                    yield break;
                token.ThrowIfCancellationRequested();
                var items = pages.Current;
                step = pages.MoveNextAsync().AsTask();
                yield return items;
            }
        }
        finally
        {
            leaving.Cancel();
            await ((Task)step).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<string>> PagesAsync(Func<IPages> open, [EnumeratorCancellation] CancellationToken token)
    {
        await using var pages = open();
        for (var page = 0; await pages.GetAsync(page, token) is { } items; page++)
        {
            yield return items;
            token.ThrowIfCancellationRequested();
        }
    }
}
