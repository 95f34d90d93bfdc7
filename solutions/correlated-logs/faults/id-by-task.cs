// Fault: remembers the id under the number of the current task: outside of Task.Run there is none, and after an await another.
// Verdict: WrongAnswer
// Fails: across-awaits, fan-out, restored, no-leak
using System.Collections.Concurrent;

namespace ConcurrencyKatas.CorrelatedLogs;

public sealed class RequestLog(Action<string> write)
{
    private readonly ConcurrentDictionary<int, string> _ids = new();
    private readonly Lock _writing = new();

    private static int Me => Task.CurrentId ?? 0;

    public async Task<T> RunAsync<T>(string id, Func<Task<T>> work)
    {
        var me = Me;
        var outer = _ids.GetValueOrDefault(me);
        _ids[me] = outer is null ? id : $"{outer}/{id}";
        try
        {
            return await work();
        }
        finally
        {
            _ids.TryRemove(me, out _);
        }
    }

    public Task RunBackgroundAsync(Func<Task> work) => Task.Run(work);

    public void Info(string message)
    {
        lock (_writing)
            write($"[{_ids.GetValueOrDefault(Me) ?? "-"}] {message}");
    }
}
