// Alternative: each line is a continuation of the one before; a continuation takes the context of whoever asked for it along.
namespace ConcurrencyKatas.CorrelatedLogs;

public sealed class RequestLog(Action<string> write)
{
    private readonly AsyncLocal<string?> _id = new();
    private readonly Lock _writing = new();
    private Task _last = Task.CompletedTask;

    public async Task<T> RunAsync<T>(string id, Func<Task<T>> work)
    {
        _id.Value = _id.Value is { } outer ? $"{outer}/{id}" : id;
        return await work();
    }

    public async Task RunBackgroundAsync(Func<Task> work)
    {
        _id.Value = null;
        await work();
    }

    public void Info(string message)
    {
        Task written;
        lock (_writing)
            written = _last = _last.ContinueWith(_ => write($"[{_id.Value ?? "-"}] {message}"), TaskScheduler.Default);
        written.GetAwaiter().GetResult();
    }
}
