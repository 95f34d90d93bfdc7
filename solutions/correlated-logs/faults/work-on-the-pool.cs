// Fault: moves the work to the pool: the id flows along, and the loop does not.
// Verdict: WrongAnswer
// Fails: across-awaits
namespace ConcurrencyKatas.CorrelatedLogs;

public sealed class RequestLog(Action<string> write)
{
    private readonly AsyncLocal<string?> _id = new();
    private readonly Lock _writing = new();

    public async Task<T> RunAsync<T>(string id, Func<Task<T>> work)
    {
        _id.Value = _id.Value is { } outer ? $"{outer}/{id}" : id;
        return await Task.Run(work);
    }

    public async Task RunBackgroundAsync(Func<Task> work)
    {
        _id.Value = null;
        await work();
    }

    public void Info(string message)
    {
        lock (_writing)
            write($"[{_id.Value ?? "-"}] {message}");
    }
}
