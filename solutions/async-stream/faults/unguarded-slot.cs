// Fault: a producer and the listener share a plain queue, which the listener looks into again and again.
// Verdict: DataRace
// Fails: *
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
        Queue<IReadOnlyList<string>?> queue = [];
        var producing = Task.Run(ProduceAsync);
        try
        {
            while (true)
            {
                while (queue.Count == 0 && !producing.IsCompleted)
                    await Task.Delay(10, token);
                if (queue.Count == 0)
                    await producing;
                if (queue.Dequeue() is not { } items)
                    break;
                foreach (var item in items)
                    yield return item;
            }
        }
        finally
        {
            leaving.Cancel();
            await producing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task ProduceAsync()
        {
            for (var page = 0; ; page++)
            {
                while (queue.Count > 0)
                    await Task.Delay(10, leaving.Token);
                var items = await pages.GetAsync(page, leaving.Token);
                queue.Enqueue(items);
                if (items is null)
                    break;
            }
        }
    }
}
