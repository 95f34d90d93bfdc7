// Fault: the shared load is bound to the token of whoever began it.
// Verdict: WrongAnswer
// Fails: cancellation
namespace ConcurrencyKatas.SingleFlight;

public sealed class Cache<TKey, TValue>(Func<TKey, Task<TValue>> load)
    where TKey : notnull
{
    private sealed class Entry
    {
        public Task<TValue> Task { get; set; } = null!;
    }

    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, Entry> _entries = [];

    public async Task<TValue> GetAsync(TKey key, CancellationToken token = default)
    {
        Task<TValue> task;
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var entry))
            {
                _entries.Add(key, entry = new Entry());
                entry.Task = LoadAsync(key, entry, token);
            }

            task = entry.Task;
        }

        return await task.WaitAsync(token);
    }

    public void Forget(TKey key)
    {
        lock (_lock)
            _entries.Remove(key);
    }

    private async Task<TValue> LoadAsync(TKey key, Entry own, CancellationToken token)
    {
        try
        {
            return await load(key).WaitAsync(token);
        }
        catch (Exception)
        {
            lock (_lock)
            {
                if (_entries.TryGetValue(key, out var entry) && entry == own)
                    _entries.Remove(key);
            }

            throw;
        }
    }
}
