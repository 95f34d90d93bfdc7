// Fault: a stack that changes, inside of the AsyncLocal: all who have a copy of the context share it.
// Verdict: DataRace
// Fails: fan-out, restored
namespace ConcurrencyKatas.CorrelatedLogs;

public sealed class RequestLog(Action<string> write)
{
    private readonly AsyncLocal<Stack<string>?> _ids = new();
    private readonly Lock _writing = new();

    public async Task<T> RunAsync<T>(string id, Func<Task<T>> work)
    {
        var ids = _ids.Value ??= new();
        ids.Push(id);
        try
        {
            return await work();
        }
        finally
        {
            ids.Pop();
        }
    }

    public async Task RunBackgroundAsync(Func<Task> work)
    {
        _ids.Value = null;
        await work();
    }

    public void Info(string message)
    {
        lock (_writing)
            write($"[{(_ids.Value is { Count: > 0 } ids ? string.Join('/', ids.Reverse()) : "-")}] {message}");
    }
}
