// Fault: changes the object that the context refers to, instead of the context.
// Verdict: DataRace
// Fails: fan-out, restored
namespace ConcurrencyKatas.CorrelatedLogs;

public sealed class RequestLog(Action<string> write)
{
    private readonly AsyncLocal<Holder?> _id = new();
    private readonly Lock _writing = new();

    public async Task<T> RunAsync<T>(string id, Func<Task<T>> work)
    {
        var holder = _id.Value ??= new();
        var outer = holder.Path;
        holder.Path = outer is null ? id : $"{outer}/{id}";
        try
        {
            return await work();
        }
        finally
        {
            holder.Path = outer;
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
            write($"[{_id.Value?.Path ?? "-"}] {message}");
    }

    private sealed class Holder
    {
        public string? Path { get; set; }
    }
}
