// Fault: a method that is not async sets the id, and its caller keeps it.
// Verdict: WrongAnswer
// Fails: across-awaits, fan-out, restored, no-leak
namespace ConcurrencyKatas.CorrelatedLogs;

public sealed class RequestLog(Action<string> write)
{
    private readonly AsyncLocal<string?> _id = new();
    private readonly Lock _writing = new();

    public Task<T> RunAsync<T>(string id, Func<Task<T>> work)
    {
        _id.Value = _id.Value is { } outer ? $"{outer}/{id}" : id;
        return work();
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
