// Alternative: a small state machine under one lock, driven by a timer and by continuations.
namespace ConcurrencyKatas.FirstWins;

public static class Hedge
{
    public static Task<T> FirstAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> replicas, TimeSpan delay, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        return new Race<T>(replicas, delay, token).RunAsync();
    }

    private sealed class Race<T>(IReadOnlyList<Func<CancellationToken, Task<T>>> replicas, TimeSpan delay, CancellationToken token)
    {
        private readonly Lock _lock = new();
        private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Task<T>[] _calls = new Task<T>[replicas.Count];
        private Task<T>? _won;
        private Timer? _timer;
        private int _running = 1;
        private int _begun;

        public async Task<T> RunAsync()
        {
            Start();
            Ended(null);
            await _over.Task;
            _timer?.Dispose();
            _stop.Dispose();
            if (_won is not null)
                return await _won;
            token.ThrowIfCancellationRequested();
            List<Exception> failures = [];
            foreach (var call in _calls)
            {
                try
                {
                    await call;
                }
                catch (Exception failure)
                {
                    failures.Add(failure);
                }
            }

            throw new AggregateException(failures);
        }

        private void Start()
        {
            int mine;
            lock (_lock)
            {
                if (_begun == replicas.Count || _won is not null || _stop.IsCancellationRequested)
                    return;
                mine = _begun++;
                _running++;
                _timer?.Dispose();
                _timer = _begun == replicas.Count ? null : new Timer(_ => Start(), null, delay, Timeout.InfiniteTimeSpan);
            }

            _calls[mine] = CallAsync(mine);
            _calls[mine].ContinueWith(Ended, TaskScheduler.Default);
        }

        private async Task<T> CallAsync(int replica) => await replicas[replica](_stop.Token);

        private void Ended(Task<T>? call)
        {
            bool won;
            lock (_lock)
            {
                if (call is { IsCompletedSuccessfully: true } && !token.IsCancellationRequested)
                    _won ??= call;
                won = _won is not null;
            }

            if (won)
                _stop.Cancel();
            else if (call is { IsCompletedSuccessfully: false })
                Start();
            lock (_lock)
            {
                if (--_running == 0)
                    _over.SetResult();
            }
        }
    }
}
