using System.Threading.Channels;

namespace ConcurrencyKatas.GracefulShutdown;

/// <summary>A shop: customers enter, clerks serve them in the order in which they entered, and one day it closes.</summary>
/// <typeparam name="T">A customer. Two customers may be equal, and are two customers all the same.</typeparam>
public sealed class Shop<T> : IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, T> _inside = []; // By ticket, in the order of entry; whoever has been served leaves it.
    private readonly Channel<(int Ticket, T Customer)> _queue = Channel.CreateUnbounded<(int, T)>();
    private readonly Task _clerks;
    private int _tickets;
    private Task<IReadOnlyList<T>>? _end;

    /// <summary>Opens the shop.</summary>
    /// <param name="serve">
    /// Serves one customer. It may compute, fail, and respect its token or ignore it. It does not wait for the end of the shop.
    /// </param>
    /// <param name="clerks">How many customers are served at once; 1 or more.</param>
    public Shop(Func<T, CancellationToken, Task> serve, int clerks)
    {
        _clerks = Task.WhenAll(Enumerable.Range(0, clerks).Select(_ => Task.Run(() => WorkAsync(serve))));
    }

    /// <summary>Lets a customer in. It returns at once. Many may enter at the same time.</summary>
    /// <returns>Whether the customer is in; false once the shop is being closed, and then the customer is neither served nor handed back.</returns>
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

    /// <summary>
    /// Closes the door at once. Those inside are served for <paramref name="grace"/>; then whoever is being served is cancelled, and no further
    /// service begins. If it has been stopped before, this only waits for the same end, whatever <paramref name="grace"/> says.
    /// </summary>
    /// <param name="grace">
    /// Counted once, from this call. <see cref="TimeSpan.Zero"/>: abandon; <see cref="Timeout.InfiniteTimeSpan"/>: drain.
    /// </param>
    /// <returns>
    /// When the last service has ended: all who entered and were not served to the end without a failure, in the order in which they entered.
    /// </returns>
    public Task<IReadOnlyList<T>> StopAsync(TimeSpan grace)
    {
        lock (_lock)
            return _end ??= Task.Run(() => EndAsync(grace));
    }

    /// <summary>Ends when the last service has ended. If nobody has stopped the shop, it is abandoned.</summary>
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
                // Cancelled or failed: this one stays inside, and the clerk goes on.
            }
        }
    }
}
