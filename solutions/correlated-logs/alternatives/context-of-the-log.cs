// Alternative: the background runs in the context that was there when the log was made; a monitor for the lines.
namespace ConcurrencyKatas.CorrelatedLogs;

public sealed class RequestLog(Action<string> write)
{
    private readonly AsyncLocal<string> _path = new();
    private readonly ExecutionContext? _outside = ExecutionContext.Capture();

    public async Task<T> RunAsync<T>(string id, Func<Task<T>> work)
    {
        _path.Value = string.IsNullOrEmpty(_path.Value) ? id : _path.Value + "/" + id;
        var result = await work();
        return result;
    }

    public Task RunBackgroundAsync(Func<Task> work)
    {
        Task task = Task.CompletedTask;
        ExecutionContext.Run(_outside!, _ => task = CallAsync(), null);
        return task;

        async Task CallAsync() => await work();
    }

    public void Info(string message)
    {
        var line = "[" + (_path.Value ?? "-") + "] " + message;
        Monitor.Enter(_path);
        try
        {
            write(line);
        }
        finally
        {
            Monitor.Exit(_path);
        }
    }
}
