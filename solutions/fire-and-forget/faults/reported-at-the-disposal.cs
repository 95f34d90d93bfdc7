// Fault: failures are looked at when everything is cleared away, and not before.
// Verdict: WrongAnswer
// Fails: reported-once
namespace ConcurrencyKatas.FireAndForget;

public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<(string Name, Task Task)> _started = [];
    private Task? _end;

    public void Start(string name, Func<Task> work)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_end is not null, this);
            _started.Add((name, Task.Run(work)));
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (_lock)
            return new(_end ??= EndAsync());
    }

    private async Task EndAsync()
    {
        await Task.WhenAll(_started.Select(one => one.Task)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var (name, task) in _started)
        {
            if (task.IsFaulted)
                Report(name, task.Exception.InnerException!);
        }
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
