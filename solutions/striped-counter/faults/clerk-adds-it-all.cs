// Fault: each add goes through a channel to one clerk, who adds it all up alone; a read waits until he has come so far.
// Verdict: NotParallel
// Fails: seldom-meets, parallel
using System.Threading.Channels;

namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private readonly Channel<(long Amount, TaskCompletionSource<long>? Asked)> _channel = Channel.CreateUnbounded<(long, TaskCompletionSource<long>?)>();

    public HotCounter() => Task.Run(CountAsync);

    public void Add(long amount) => _channel.Writer.TryWrite((amount, null));

    public long Total
    {
        get
        {
            var asked = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            _channel.Writer.TryWrite((0, asked));
            return asked.Task.Result;
        }
    }

    private async Task CountAsync()
    {
        long total = 0;
        await foreach (var (amount, asked) in _channel.Reader.ReadAllAsync())
        {
            total += amount;
            asked?.SetResult(total);
        }
    }
}
