// Alternative: the background begins on a work item that is queued without the context.
namespace ConcurrencyKatas.CorrelatedLogs;

public sealed class RequestLog(Action<string> write)
{
    private readonly AsyncLocal<string?> _id = new();
    private readonly Lock _writing = new();

    public async Task<T> RunAsync<T>(string id, Func<Task<T>> work)
    {
        _id.Value = _id.Value is { } outer ? $"{outer}/{id}" : id;
        return await work();
    }

    public Task RunBackgroundAsync(Func<Task> work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ThreadPool.UnsafeQueueUserWorkItem(_ => CallAsync(), null);
        return done.Task;

        async void CallAsync()
        {
            try
            {
                await work();
                done.SetResult();
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        }
    }

    public void Info(string message)
    {
        lock (_writing)
            write($"[{_id.Value ?? "-"}] {message}");
    }
}
