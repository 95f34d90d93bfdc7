// Alternative: an immutable list of ids in the AsyncLocal, joined when a line is written; the background clears it.
using System.Collections.Immutable;

namespace ConcurrencyKatas.CorrelatedLogs;

public sealed class RequestLog(Action<string> write)
{
    private readonly AsyncLocal<ImmutableList<string>> _ids = new();
    private readonly object _gate = new();

    public async Task<T> RunAsync<T>(string id, Func<Task<T>> work)
    {
        _ids.Value = (_ids.Value ?? []).Add(id);
        return await work().ConfigureAwait(false);
    }

    public async Task RunBackgroundAsync(Func<Task> work)
    {
        _ids.Value = [];
        await work().ConfigureAwait(false);
    }

    public void Info(string message)
    {
        var line = _ids.Value is { IsEmpty: false } ids ? $"[{string.Join('/', ids)}] {message}" : $"[-] {message}";
        lock (_gate)
            write(line);
    }
}
