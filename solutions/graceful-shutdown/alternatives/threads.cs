// Alternative: a thread for each clerk, which takes customers out of a blocking collection.
using System.Collections.Concurrent;

namespace ConcurrencyKatas.GracefulShutdown;

public sealed class Shop<T> : IAsyncDisposable
{
    private readonly BlockingCollection<(int Number, T Customer)> _queue = new(new ConcurrentQueue<(int, T)>());
    private readonly Dictionary<int, T> _inside = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Thread> _clerks = [];
    private int _number;
    private Task<IReadOnlyList<T>>? _end;

    public Shop(Func<T, CancellationToken, Task> serve, int clerks)
    {
        for (var i = 0; i < clerks; i++)
        {
            var clerk = new Thread(() => Work(serve)) { IsBackground = true };
            _clerks.Add(clerk);
            clerk.Start();
        }
    }

    public bool TryEnter(T customer)
    {
        lock (_inside)
        {
            if (_end is not null)
                return false;
            _inside.Add(++_number, customer);
            _queue.Add((_number, customer));
            return true;
        }
    }

    public Task<IReadOnlyList<T>> StopAsync(TimeSpan grace)
    {
        lock (_inside)
        {
            if (_end is null)
            {
                _queue.CompleteAdding();
                _end = Task.Run(() => End(grace));
            }

            return _end;
        }
    }

    public ValueTask DisposeAsync() => new(StopAsync(TimeSpan.Zero));

    private IReadOnlyList<T> End(TimeSpan grace)
    {
        _stop.CancelAfter(grace);
        _clerks.ForEach(clerk => clerk.Join());
        lock (_inside)
            return [.. _inside.OrderBy(one => one.Key).Select(one => one.Value)];
    }

    private void Work(Func<T, CancellationToken, Task> serve)
    {
        foreach (var (number, customer) in _queue.GetConsumingEnumerable())
        {
            if (_stop.IsCancellationRequested)
                return;
            try
            {
                serve(customer, _stop.Token).GetAwaiter().GetResult();
                lock (_inside)
                    _inside.Remove(number);
            }
            catch (Exception)
            {
            }
        }
    }
}
