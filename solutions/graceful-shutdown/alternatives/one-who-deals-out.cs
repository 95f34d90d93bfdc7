// Alternative: one task deals customers out: it waits for a free clerk, and starts a service for the next.
using System.Collections.Concurrent;
using System.Threading.Channels;

namespace ConcurrencyKatas.GracefulShutdown;

public sealed class Shop<T> : IAsyncDisposable
{
    private readonly Func<T, CancellationToken, Task> _serve;
    private readonly Channel<(int Number, T Customer)> _door = Channel.CreateUnbounded<(int, T)>();
    private readonly SemaphoreSlim _free;
    private readonly ConcurrentDictionary<int, T> _unserved = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<IReadOnlyList<T>> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _dealer;
    private readonly Lock _doorway = new();
    private int _number;
    private int _stopped;
    private bool _closed;

    public Shop(Func<T, CancellationToken, Task> serve, int clerks)
    {
        _serve = serve;
        _free = new(clerks);
        _dealer = Task.Run(DealAsync);
    }

    public bool TryEnter(T customer)
    {
        lock (_doorway)
        {
            if (_closed)
                return false;
            _unserved[++_number] = customer;
            return _door.Writer.TryWrite((_number, customer));
        }
    }

    public async Task<IReadOnlyList<T>> StopAsync(TimeSpan grace)
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 0)
        {
            lock (_doorway)
                _closed = true;
            _door.Writer.Complete();
            _stop.CancelAfter(grace);
            await _dealer;
            _end.SetResult([.. _unserved.OrderBy(one => one.Key).Select(one => one.Value)]);
        }

        return await _end.Task;
    }

    public async ValueTask DisposeAsync() => await StopAsync(TimeSpan.Zero);

    private async Task DealAsync()
    {
        var services = new List<Task>();
        try
        {
            await foreach (var (number, customer) in _door.Reader.ReadAllAsync(_stop.Token))
            {
                await _free.WaitAsync(_stop.Token);
                services.RemoveAll(service => service.IsCompleted);
                services.Add(Task.Run(() => ServeAsync(number, customer)));
            }
        }
        catch (OperationCanceledException)
        {
        }

        await Task.WhenAll(services);
    }

    private async Task ServeAsync(int number, T customer)
    {
        try
        {
            await _serve(customer, _stop.Token);
            _unserved.TryRemove(number, out _);
        }
        catch (Exception)
        {
        }
        finally
        {
            _free.Release();
        }
    }
}
