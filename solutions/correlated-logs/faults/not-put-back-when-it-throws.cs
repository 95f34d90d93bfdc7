// Fault: puts the id back unless the work throws at once.
// Verdict: WrongAnswer
// Fails: restored
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
        _id.Value = outer;
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
