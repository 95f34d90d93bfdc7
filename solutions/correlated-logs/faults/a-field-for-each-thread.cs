// Fault: a field for each thread: the request leaves its thread at every await, and the thread goes on with another.
// Verdict: WrongAnswer
// Fails: across-awaits, fan-out, restored, no-leak
namespace ConcurrencyKatas.CorrelatedLogs;

public sealed class RequestLog(Action<string> write)
{
    private readonly ThreadLocal<string?> _id = new();
    private readonly Lock _writing = new();

    public async Task<T> RunAsync<T>(string id, Func<Task<T>> work)
    {
        var outer = _id.Value;
        _id.Value = outer is null ? id : $"{outer}/{id}";
        try
        {
            return await work();
        }
        finally
        {
            _id.Value = outer;
        }
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
