// Fault: one worker writes all lines, and asks for the id when it does: its context is that of whoever started it.
// Verdict: WrongAnswer
// Fails: across-awaits, fan-out, restored, no-leak
namespace ConcurrencyKatas.CorrelatedLogs;

public sealed class RequestLog(Action<string> write)
{
    private readonly AsyncLocal<string?> _id = new();
    private readonly Lock _writing = new();
    private readonly Queue<(string Message, TaskCompletionSource Written)> _waiting = new();
    private bool _busy;

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
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_writing)
        {
            _waiting.Enqueue((message, written));
            if (!_busy)
                Task.Run(WriteAll);
            _busy = true;
        }

        written.Task.GetAwaiter().GetResult();
    }

    private void WriteAll()
    {
        while (true)
        {
            (string Message, TaskCompletionSource Written) next;
            lock (_writing)
            {
                _busy = _waiting.TryDequeue(out next);
                if (!_busy)
                    return;
            }

            try
            {
                write($"[{_id.Value ?? "-"}] {next.Message}");
                next.Written.SetResult();
            }
            catch (Exception exception)
            {
                next.Written.SetException(exception);
            }
        }
    }
}
