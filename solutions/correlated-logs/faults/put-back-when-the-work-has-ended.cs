// Fault: a method that is not async sets the id and lets a continuation put it back, in a context of its own.
// Verdict: WrongAnswer
// Fails: across-awaits, fan-out, restored, no-leak
namespace ConcurrencyKatas.CorrelatedLogs;

public sealed class RequestLog(Action<string> write)
{
    private readonly AsyncLocal<string?> _id = new();
    private readonly Lock _writing = new();

    public Task<T> RunAsync<T>(string id, Func<Task<T>> work)
    {
        var outer = _id.Value;
        _id.Value = outer is null ? id : $"{outer}/{id}";
        var task = work();
        task.ContinueWith(_ => _id.Value = outer, TaskScheduler.Default);
        return task;
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
