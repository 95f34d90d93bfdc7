// Alternative: callers put a request into a channel; one task reads it and lets them in, one after the other.
using System.Diagnostics;
using System.Threading.Channels;

namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly Channel<(TaskCompletionSource Turn, CancellationToken Token)> _requests =
        Channel.CreateUnbounded<(TaskCompletionSource, CancellationToken)>();

    private int _begun;

    public async Task WaitAsync(CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = token.Register(() => turn.TrySetCanceled(token));
        _requests.Writer.TryWrite((turn, token));
        if (Interlocked.Exchange(ref _begun, 1) == 0)
            _ = Task.Run(LetInAsync, CancellationToken.None);
        await turn.Task;
    }

    private async Task LetInAsync()
    {
        var watch = Stopwatch.StartNew();
        var passes = new TimeSpan[permits];
        var count = 0L;
        await foreach (var (turn, token) in _requests.Reader.ReadAllAsync())
        {
            if (count >= permits && passes[count % permits] + window - watch.Elapsed is { } wait && wait > TimeSpan.Zero)
                await Task.WhenAny(Task.Delay(wait, CancellationToken.None), turn.Task);
            if (!turn.TrySetResult())
                continue;
            passes[count++ % permits] = watch.Elapsed;
        }
    }
}
