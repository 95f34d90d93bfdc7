// Fault: looks under the lock, and enters under the lock, and between the two others look too.
// Verdict: WrongAnswer
// Fails: one-load, failures, forget
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
        Entry? entry;
        lock (_lock)
            _entries.TryGetValue(key, out entry);
        if (entry is null)
        {
            entry = new Entry();
            entry.Task = LoadAsync(key, entry);
            lock (_lock)
                _entries[key] = entry;
        }

        task = entry.Task;

        return await task.WaitAsync(token);
    }

    public void Forget(TKey key)
    {
        lock (_lock)
            _entries.Remove(key);
    }

    private async Task<TValue> LoadAsync(TKey key, Entry own)
    {
        try
        {
            return await load(key);
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
