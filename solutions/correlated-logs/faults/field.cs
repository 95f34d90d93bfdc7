// Fault: one field for all requests.
// Verdict: WrongAnswer
// Fails: across-awaits, fan-out, restored, no-leak
namespace ConcurrencyKatas.CorrelatedLogs;

public sealed class RequestLog(Action<string> write)
{
    private volatile string? _current;
    private readonly Lock _writing = new();

    public async Task<T> RunAsync<T>(string id, Func<Task<T>> work)
    {
        var outer = _current;
        _current = outer is null ? id : $"{outer}/{id}";
        try
        {
            return await work();
        }
        finally
        {
            _current = outer;
        }
    }

    public async Task RunBackgroundAsync(Func<Task> work)
    {
        var outer = _current;
        _current = null;
        try
        {
            await work();
        }
        finally
        {
            _current = outer;
        }
    }

    public void Info(string message)
    {
        lock (_writing)
            write($"[{_current ?? "-"}] {message}");
    }
}
