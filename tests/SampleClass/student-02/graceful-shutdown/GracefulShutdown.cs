using System.Threading.Channels;

namespace ConcurrencyKatas.GracefulShutdown;

/// <summary>A shop: customers enter, clerks serve them in the order in which they entered, and one day it closes.</summary>
/// <typeparam name="T">A customer. Two customers may be equal, and are two customers all the same.</typeparam>
public sealed class Shop<T> : IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly Channel<T> _queue = Channel.CreateUnbounded<T>();
    private readonly Task _clerks;

    /// <summary>Opens the shop.</summary>
    /// <param name="serve">Serves one customer. It may compute, fail, and respect its token or ignore it. It never waits for the shop to end.</param>
    /// <param name="clerks">How many customers are served at once; 1 or more.</param>
    public Shop(Func<T, CancellationToken, Task> serve, int clerks)
    {
        _clerks = Task.WhenAll(Enumerable.Range(0, clerks).Select(_ => Task.Run(() => WorkAsync(serve))));
    }

    /// <summary>Lets a customer in. It returns at once. Many may enter at the same time.</summary>
    /// <returns>Whether the customer is in; false once it has been stopped or disposed: the customer is neither served nor handed back.</returns>
    public bool TryEnter(T customer) => _queue.Writer.TryWrite(customer);

    /// <summary>
    /// Closes the door at once. Those inside are served for <paramref name="grace"/>; then the services that are running are cancelled, and no
    /// further service begins. If it has been stopped before, this only waits for the same end, whatever <paramref name="grace"/> says.
    /// </summary>
    /// <param name="grace">
    /// Counted once, from this call. <see cref="TimeSpan.Zero"/>: abandon; <see cref="Timeout.InfiniteTimeSpan"/>: drain.
    /// </param>
    /// <returns>When the last service has ended: all who entered and were not served to the end without a failure, in the order of entry.</returns>
    public async Task<IReadOnlyList<T>> StopAsync(TimeSpan grace)
    {
        _queue.Writer.TryComplete();
        await _closing.CancelAsync();
        List<T> left = [];
        while (_queue.Reader.TryRead(out var customer))
            left.Add(customer);
        return left;
    }

    /// <summary>Ends when the last service has ended. If nobody has stopped the shop, it is abandoned.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _clerks;
    }

    private async Task WorkAsync(Func<T, CancellationToken, Task> serve)
    {
        await foreach (var customer in _queue.Reader.ReadAllAsync(_closing.Token))
            await serve(customer, _closing.Token);
    }
}
