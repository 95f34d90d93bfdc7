// Fault: releases the lock after the line, and not when write throws.
// Verdict: Deadlock
// Fails: whole-lines
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
        _id.Value = null;
        await work();
    }

    public void Info(string message)
    {
        _writing.Enter();
        write($"[{_id.Value ?? "-"}] {message}");
        _writing.Exit();
    }
}
