// Alternative: each piece of work reports its failure and writes into a channel that it has ended; one task reads the channel and counts.
using System.Threading.Channels;

namespace ConcurrencyKatas.FireAndForget;

public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    private readonly Channel<string> _endings = Channel.CreateUnbounded<string>();
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
        await foreach (var _ in _endings.Reader.ReadAllAsync())
        {
            lock (_lock)
            {
                if (--_running == 0 && _closed)
                    _endings.Writer.Complete();
            }
        }
    }

    private async Task RunAsync(string name, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception exception)
        {
            Report(name, exception);
        }

        _endings.Writer.TryWrite(name);
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
