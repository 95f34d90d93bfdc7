// Fault: whoever has been served is taken off the list by value, and the first equal one goes.
// Verdict: WrongAnswer
// Fails: failures
using System.Threading.Channels;

namespace ConcurrencyKatas.GracefulShutdown;

/// <summary>A shop: customers enter, clerks serve them in the order in which they entered, and one day it closes.</summary>
public sealed class Shop<T> : IAsyncDisposable
{
    private readonly object _lock = new();
    private readonly List<T> _inside = [];
    private readonly Channel<T> _waiting = Channel.CreateUnbounded<T>();
    private readonly CancellationTokenSource _over = new();
    private readonly Task _clerks;
    private Task<IReadOnlyList<T>>? _end;

    public Shop(Func<T, CancellationToken, Task> serve, int clerks)
    {
        _clerks = Task.WhenAll(Enumerable.Range(0, clerks).Select(_ => Task.Run(() => WorkAsync(serve))));
    }

    public bool TryEnter(T customer)
    {
        lock (_lock)
        {
            if (_end != null)
                return false;
            _inside.Add(customer);
            return _waiting.Writer.TryWrite(customer);
        }
    }

    public Task<IReadOnlyList<T>> StopAsync(TimeSpan grace)
    {
        lock (_lock)
        {
            _end ??= EndAsync(grace);
            return _end;
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync(TimeSpan.Zero);

    private async Task<IReadOnlyList<T>> EndAsync(TimeSpan grace)
    {
        _waiting.Writer.Complete();
        _over.CancelAfter(grace);
        await _clerks;
        return _inside;
    }

    private async Task WorkAsync(Func<T, CancellationToken, Task> serve)
    {
        await foreach (var customer in _waiting.Reader.ReadAllAsync())
        {
            if (_over.IsCancellationRequested)
                break;

            try
            {
                await serve(customer, _over.Token);
            }
            catch
            {
                continue;
            }

            lock (_lock)
            {
                _inside.Remove(customer);
            }
        }
    }
}
