// Fault: calls the background "-", as a request: a request that it begins is a part of it.
// Verdict: WrongAnswer
// Fails: no-leak
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

    public async Task RunBackgroundAsync(Func<Task> work)
    {
        _id.Value = "-";
        await work();
    }

    public void Info(string message)
    {
        lock (_writing)
            write($"[{_id.Value ?? "-"}] {message}");
    }
}
