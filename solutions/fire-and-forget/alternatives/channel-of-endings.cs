// Alternative: each piece of work writes its ending into a channel; one task reads them, reports the failures, and counts.
using System.Threading.Channels;

namespace ConcurrencyKatas.FireAndForget;

public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    private readonly Channel<(string Name, Exception? Failure)> _endings = Channel.CreateUnbounded<(string, Exception?)>();
    private readonly Lock _lock = new();
    private int _running;
    private bool _closed;
    private Task? _listener;

    public void Start(string name, Func<Task> work)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _running++;
            _listener ??= Task.Run(ListenAsync);
        }

        Task.Run(() => RunAsync(name, work));
    }

    public ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            if (!_closed && _running == 0)
                _endings.Writer.Complete();
            _closed = true;
            return new(_listener ?? Task.CompletedTask);
        }
    }

    private async Task ListenAsync()
    {
        await foreach (var (name, failure) in _endings.Reader.ReadAllAsync())
        {
            if (failure is not null and not OperationCanceledException)
                Report(name, failure);
            lock (_lock)
            {
                if (--_running == 0 && _closed)
                    _endings.Writer.Complete();
            }
        }
    }

    private async Task RunAsync(string name, Func<Task> work)
    {
        Exception? failure = null;
        try
        {
            await work();
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        _endings.Writer.TryWrite((name, failure));
    }

    private void Report(string name, Exception exception)
    {
        try
        {
            failed(name, exception);
        }
        catch (Exception)
        {
        }
    }
}
