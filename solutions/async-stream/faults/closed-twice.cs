// Fault: closes the session in the finally, and again at the end of its scope.
// Verdict: WrongAnswer
// Fails: leaves-nothing
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
            await pages.DisposeAsync();
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
