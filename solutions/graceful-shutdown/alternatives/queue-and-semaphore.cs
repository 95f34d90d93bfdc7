// Alternative: clerks who wait at a semaphore with one permit for each customer, and a dictionary by number of entry.
namespace ConcurrencyKatas.GracefulShutdown;

public sealed class Shop<T> : IAsyncDisposable
{
    private readonly Func<T, CancellationToken, Task> _serve;
    private readonly SemaphoreSlim _bell = new(0);
    private readonly SortedDictionary<int, T> _inside = [];
    private readonly Queue<int> _waiting = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task[] _clerks;
    private int _number;
    private Task<IReadOnlyList<T>>? _end;

    public Shop(Func<T, CancellationToken, Task> serve, int clerks)
    {
        _serve = serve;
        _clerks = new Task[clerks];
        for (var i = 0; i < clerks; i++)
            _clerks[i] = Task.Run(WorkAsync);
    }

    public bool TryEnter(T customer)
    {
        lock (_inside)
        {
            if (_end is not null)
                return false;
            _inside.Add(++_number, customer);
            _waiting.Enqueue(_number);
        }

        _bell.Release();
        return true;
    }

    public Task<IReadOnlyList<T>> StopAsync(TimeSpan grace)
    {
        lock (_inside)
        {
            if (_end is not null)
                return _end;
            _end = Task.Run(() => EndAsync(grace));
        }

        _bell.Release(_clerks.Length);
        return _end;
    }

    public async ValueTask DisposeAsync() => await StopAsync(TimeSpan.Zero);

    private async Task<IReadOnlyList<T>> EndAsync(TimeSpan grace)
    {
        var all = Task.WhenAll(_clerks);
        if (await Task.WhenAny(all, Task.Delay(grace)) != all)
            _stop.Cancel();
        await all;
        lock (_inside)
            return [.. _inside.Values];
    }

    private async Task WorkAsync()
    {
        while (true)
        {
            await _bell.WaitAsync();
            int number;
            T customer;
            lock (_inside)
            {
                if (_stop.IsCancellationRequested || !_waiting.TryDequeue(out number))
                    return;
                customer = _inside[number];
            }

            try
            {
                await _serve(customer, _stop.Token);
            }
            catch (Exception)
            {
                continue;
            }

            lock (_inside)
                _inside.Remove(number);
        }
    }
}
