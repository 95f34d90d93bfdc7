// Alternative: a lock and a queue, no clerk waits: whoever enters calls a free clerk, who goes when nobody is left.
namespace ConcurrencyKatas.GracefulShutdown;

public sealed class Shop<T>(Func<T, CancellationToken, Task> serve, int clerks) : IAsyncDisposable
{
    private sealed record Visit(T Customer);

    private readonly object _gate = new();
    private readonly Queue<Visit> _waiting = new();
    private readonly List<Visit> _inside = [];
    private readonly CancellationTokenSource _closing = new();
    private readonly TaskCompletionSource _quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _busy;
    private bool _stopped;
    private Task<IReadOnlyList<T>>? _end;

    public bool TryEnter(T customer)
    {
        lock (_gate)
        {
            if (_stopped)
                return false;
            var visit = new Visit(customer);
            _inside.Add(visit);
            _waiting.Enqueue(visit);
            if (_busy == clerks)
                return true;
            _busy++;
        }

        _ = Task.Run(WorkAsync);
        return true;
    }

    public Task<IReadOnlyList<T>> StopAsync(TimeSpan grace)
    {
        lock (_gate)
        {
            _stopped = true;
            if (_end is not null)
                return _end;
            if (_busy == 0)
                _quiet.TrySetResult();
            return _end = Task.Run(() => EndAsync(grace));
        }
    }

    public ValueTask DisposeAsync() => new(StopAsync(TimeSpan.Zero));

    private async Task<IReadOnlyList<T>> EndAsync(TimeSpan grace)
    {
        try
        {
            await _quiet.Task.WaitAsync(grace);
        }
        catch (TimeoutException)
        {
            await _closing.CancelAsync();
            await _quiet.Task;
        }

        lock (_gate)
            return [.. _inside.Where((_, i) => i >= 0).Select(visit => visit.Customer)];
    }

    private async Task WorkAsync()
    {
        while (Next() is { } visit)
        {
            var served = false;
            try
            {
                await serve(visit.Customer, _closing.Token);
                served = true;
            }
            catch (Exception)
            {
            }

            if (!served)
                continue;
            lock (_gate)
                _inside.RemoveAt(_inside.FindIndex(one => ReferenceEquals(one, visit)));
        }
    }

    private Visit? Next()
    {
        lock (_gate)
        {
            if (!_closing.IsCancellationRequested && _waiting.TryDequeue(out var visit))
                return visit;
            if (--_busy == 0 && _stopped)
                _quiet.TrySetResult();
            return null;
        }
    }
}
