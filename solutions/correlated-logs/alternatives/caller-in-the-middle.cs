// Alternative: an inner async method sets the id, and a plain one puts the arguments together.
namespace ConcurrencyKatas.CorrelatedLogs;

public sealed class RequestLog(Action<string> write)
{
    private readonly AsyncLocal<string?> _id = new();
    private readonly Mutex _mutex = new();

    public Task<T> RunAsync<T>(string id, Func<Task<T>> work) => WithAsync(_id.Value is null ? id : string.Concat(_id.Value, "/", id), work);

    public Task RunBackgroundAsync(Func<Task> work) => WithAsync(null, async () =>
    {
        await work();
        return 0;
    });

    public void Info(string message)
    {
        _mutex.WaitOne();
        try
        {
            write($"[{_id.Value ?? "-"}] {message}");
        }
        finally
        {
            _mutex.ReleaseMutex();
        }
    }

    private async Task<T> WithAsync<T>(string? id, Func<Task<T>> work)
    {
        _id.Value = id;
        return await work();
    }
}
