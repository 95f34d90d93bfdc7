// Fault: one clerk more than there are.
// Verdict: WrongAnswer
// Fails: drain, grace, failures, twice
using System.Threading.Channels;

namespace ConcurrencyKatas.GracefulShutdown;

public sealed class Shop<T> : IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, T> _inside = [];
    private readonly Channel<(int Ticket, T Customer)> _queue = Channel.CreateUnbounded<(int, T)>();
    private readonly Task _clerks;
    private int _tickets;
    private Task<IReadOnlyList<T>>? _end;

    public Shop(Func<T, CancellationToken, Task> serve, int clerks)
    {
        _clerks = Task.WhenAll(Enumerable.Range(0, clerks + 1).Select(_ => Task.Run(() => WorkAsync(serve))));
    }

    public bool TryEnter(T customer)
    {
        lock (_lock)
        {
            if (_end is not null)
                return false;
            _inside.Add(++_tickets, customer);
            return _queue.Writer.TryWrite((_tickets, customer));
        }
    }

    public Task<IReadOnlyList<T>> StopAsync(TimeSpan grace)
    {
        lock (_lock)
            return _end ??= Task.Run(() => EndAsync(grace));
    }

    public async ValueTask DisposeAsync() => await StopAsync(TimeSpan.Zero);

    private async Task<IReadOnlyList<T>> EndAsync(TimeSpan grace)
    {
        _queue.Writer.Complete();
        _closing.CancelAfter(grace);
        await _clerks;
        lock (_lock)
            return [.. _inside.Values];
    }

    private async Task WorkAsync(Func<T, CancellationToken, Task> serve)
    {
        await foreach (var (ticket, customer) in _queue.Reader.ReadAllAsync())
        {
            if (_closing.IsCancellationRequested)
                return;
            try
            {
                await serve(customer, _closing.Token);
                lock (_lock)
                    _inside.Remove(ticket);
            }
            catch (Exception)
            {
            }
        }
    }
}
