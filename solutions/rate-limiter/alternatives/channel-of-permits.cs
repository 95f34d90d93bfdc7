// Alternative: a channel holds the permits, and each is written back one window after it was read.
using System.Threading.Channels;

namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly Channel<int> _permits = Fill(permits);

    public async Task WaitAsync(CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        var permit = await _permits.Reader.ReadAsync(token);
        _ = GiveBackAsync(permit);
    }

    private static Channel<int> Fill(int permits)
    {
        var channel = Channel.CreateUnbounded<int>();
        for (var permit = 0; permit < permits; permit++)
            channel.Writer.TryWrite(permit);
        return channel;
    }

    private async Task GiveBackAsync(int permit)
    {
        await Task.Delay(window).ConfigureAwait(false);
        await _permits.Writer.WriteAsync(permit).ConfigureAwait(false);
    }
}
