// Fault: leaves its line to the one who is writing, and returns.
// Verdict: WrongAnswer
// Fails: whole-lines
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.CorrelatedLogs;

public sealed class RequestLog(Action<string> write)
{
    private readonly AsyncLocal<string?> _id = new();
    private readonly Queue<string> _lines = new();
    private bool _somebodyWrites;

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
        lock (_lines)
        {
            _lines.Enqueue($"[{_id.Value ?? "-"}] {message}");
            if (_somebodyWrites)
                return;
            _somebodyWrites = true;
        }

        ExceptionDispatchInfo? failure = null;
        while (true)
        {
            string? line;
            lock (_lines)
            {
                if (!_lines.TryDequeue(out line))
                {
                    _somebodyWrites = false;
                    break;
                }
            }

            try
            {
                write(line);
            }
            catch (Exception e)
            {
                failure ??= ExceptionDispatchInfo.Capture(e);
            }
        }

        failure?.Throw();
    }
}
