// Fault: without a grace, whoever stops it cancels the services on the thread of the call.
// Verdict: WrongAnswer
// Fails: grace
using System.Threading.Channels;

namespace ConcurrencyKatas.GracefulShutdown;

/// <summary>A shop: customers enter, clerks serve them in the order in which they entered, and one day it closes.</summary>
public sealed class Shop<T> : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly LinkedList<T> _inside = new();
    private readonly Channel<LinkedListNode<T>> _waiting = Channel.CreateUnbounded<LinkedListNode<T>>();
    private readonly TaskCompletionSource<IReadOnlyList<T>> _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _over = new();
    private readonly Task _clerks;
    private bool _closed;

    public Shop(Func<T, CancellationToken, Task> serve, int clerks)
    {
        _clerks = Task.WhenAll(Enumerable.Range(0, clerks).Select(_ => Task.Run(() => WorkAsync(serve))));
    }

    public bool TryEnter(T customer)
    {
        lock (_lock)
        {
            return !_closed && _waiting.Writer.TryWrite(_inside.AddLast(customer));
        }
    }

    public Task<IReadOnlyList<T>> StopAsync(TimeSpan grace)
    {
        lock (_lock)
        {
            if (_closed)
                return _left.Task;
            _closed = true;
        }

        _waiting.Writer.Complete();
        if (grace == TimeSpan.Zero)
            _over.Cancel();
        else
            _over.CancelAfter(grace);
        _ = FinishAsync();
        return _left.Task;
    }

    public async ValueTask DisposeAsync() => await StopAsync(TimeSpan.Zero);

    private async Task FinishAsync()
    {
        await _clerks;
        lock (_lock)
        {
            _left.SetResult(_inside.ToList());
        }
    }

    private async Task WorkAsync(Func<T, CancellationToken, Task> serve)
    {
        await foreach (var node in _waiting.Reader.ReadAllAsync())
        {
            if (_over.IsCancellationRequested)
                break;

            try
            {
                await serve(node.Value, _over.Token);
            }
            catch
            {
                continue;
            }

            lock (_lock)
            {
                _inside.Remove(node);
            }
        }
    }
}
