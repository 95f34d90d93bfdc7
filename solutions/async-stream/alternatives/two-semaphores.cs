// Alternative: a producer and the listener hand each page over through two semaphores.
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
        using var room = new SemaphoreSlim(1);
        using var full = new SemaphoreSlim(0);
        Task<IReadOnlyList<string>?>? slot = null;
        var producing = ProduceAsync();
        try
        {
            while (true)
            {
                // No token: the producer hands over a failed request as well, and wakes a listener who has cancelled.
                await full.WaitAsync(CancellationToken.None);
                token.ThrowIfCancellationRequested();
                var items = await slot!;
                if (items is null)
                    break;
                room.Release();
                foreach (var item in items)
                    yield return item;
            }
        }
        finally
        {
            leaving.Cancel();
            await producing;
        }

        async Task ProduceAsync()
        {
            try
            {
                for (var page = 0; ; page++)
                {
                    await room.WaitAsync(leaving.Token);
                    slot = GetAsync(page);
                    await ((Task)slot).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    full.Release();
                    if (!slot.IsCompletedSuccessfully || await slot is null)
                        return;
                }
            }
            catch (OperationCanceledException)
            {
                // The listener has left, or cancelled between two requests: whoever waits for a page looks at the token first.
                full.Release();
            }
        }

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
