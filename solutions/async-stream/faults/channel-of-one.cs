// Fault: a bounded channel of one page: one in hand, one in the channel, and a third under way.
// Verdict: WrongAnswer
// Fails: streams, one-ahead, cancellation
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
        var channel = Channel.CreateBounded<IReadOnlyList<string>>(1);
        var producing = ProduceAsync();
        try
        {
            while (await channel.Reader.WaitToReadAsync(CancellationToken.None))
            {
                channel.Reader.TryRead(out var items);
                token.ThrowIfCancellationRequested();
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
                for (var page = 0; await pages.GetAsync(page, leaving.Token) is { } items; page++)
                    await channel.Writer.WriteAsync(items, leaving.Token);
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
