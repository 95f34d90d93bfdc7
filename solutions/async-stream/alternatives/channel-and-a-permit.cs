// Alternative: a producer writes to a channel, and asks for a permit before each request.
using System.Runtime.CompilerServices;
using System.Threading.Channels;

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
        using var permits = new SemaphoreSlim(1);
        var channel = Channel.CreateUnbounded<IReadOnlyList<string>>();
        var producing = ProduceAsync();
        try
        {
            while (true)
            {
                if (!await channel.Reader.WaitToReadAsync(CancellationToken.None))
                    break;
                channel.Reader.TryRead(out var items);
                token.ThrowIfCancellationRequested();
                permits.Release();
                foreach (var item in items!)
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
                await permits.WaitAsync(leaving.Token);
                for (var page = 0; await pages.GetAsync(page, leaving.Token) is { } items; page++)
                {
                    channel.Writer.TryWrite(items);
                    await permits.WaitAsync(leaving.Token);
                }

                channel.Writer.Complete();
            }
            catch (OperationCanceledException) when (token.IsCancellationRequested)
            {
                channel.Writer.Complete(new OperationCanceledException(token));
            }
            catch (Exception failure)
            {
                channel.Writer.Complete(failure);
            }
        }
    }
}
