// Fault: a place that was not used goes to the end of the others, which are free later.
// Verdict: WrongAnswer
// Fails: cancelled
using System.Diagnostics;
using System.Threading.Channels;

namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter
{
    private readonly TimeSpan _window;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Channel<TimeSpan> _slots = Channel.CreateUnbounded<TimeSpan>();
    private readonly SemaphoreSlim _turn = new(1);

    public RateLimiter(int permits, TimeSpan window)
    {
        _window = window;
        for (var i = 0; i < permits; i++)
            _slots.Writer.TryWrite(TimeSpan.Zero);
    }

    public async Task WaitAsync(CancellationToken token = default)
    {
        await _turn.WaitAsync(token);
        try
        {
            var free = await _slots.Reader.ReadAsync(token);
            try
            {
                if (free > _watch.Elapsed)
                    await Task.Delay(free - _watch.Elapsed, token);
            }
            catch (OperationCanceledException)
            {
                _slots.Writer.TryWrite(free);
                throw;
            }

            _slots.Writer.TryWrite(_watch.Elapsed + _window);
        }
        finally
        {
            _turn.Release();
        }
    }
}
