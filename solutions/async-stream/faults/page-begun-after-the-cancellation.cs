// Fault: a page that comes after the cancellation is handed out all the same.
// Verdict: WrongAnswer
// Fails: cancellation
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
        token.ThrowIfCancellationRequested();
        await using var pages = open();
        using var source = CancellationTokenSource.CreateLinkedTokenSource(token);
        var next = GetAsync(0);
        var page = 0;
        try
        {
            while (true)
            {
                token.ThrowIfCancellationRequested();
                var items = await next;
                if (items is null)
                {
                    token.ThrowIfCancellationRequested();
                    yield break;
                }

                next = token.IsCancellationRequested ? Task.FromCanceled<IReadOnlyList<string>?>(token) : GetAsync(++page);
                foreach (var item in items)
                    yield return item;
            }
        }
        finally
        {
            source.Cancel();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task<IReadOnlyList<string>?> GetAsync(int page)
        {
            try
            {
                return await pages.GetAsync(page, source.Token);
            }
            catch (OperationCanceledException) when (token.IsCancellationRequested)
            {
                throw new OperationCanceledException(token);
            }
        }
    }
}
