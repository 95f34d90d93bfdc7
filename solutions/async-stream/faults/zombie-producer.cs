// Fault: a producer on the pool that fills a channel, and that nobody stops when the listener leaves.
// Verdict: WrongAnswer
// Fails: streams, one-ahead, cancellation, leaves-nothing
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
        var pages = open();
        var channel = Channel.CreateBounded<IReadOnlyList<string>>(1);
        _ = Task.Run(async () =>
        {
            try
            {
                for (var page = 0; await pages.GetAsync(page, token) is { } items; page++)
                    await channel.Writer.WriteAsync(items, token);
                channel.Writer.Complete();
            }
            catch (Exception failure)
            {
                channel.Writer.Complete(failure);
            }
            finally
            {
                await pages.DisposeAsync();
            }
        });
        await foreach (var items in channel.Reader.ReadAllAsync(token))
        {
            foreach (var item in items)
                yield return item;
        }
    }
}
