// Fault: a plain dictionary, used by several at once.
// Verdict: DataRace
// Fails: one-load, per-key, failures, forget
namespace ConcurrencyKatas.SingleFlight;

public sealed class Cache<TKey, TValue>(Func<TKey, Task<TValue>> load)
    where TKey : notnull
{
    private sealed class Entry
    {
        public Task<TValue> Task { get; set; } = null!;
    }

    private readonly Dictionary<TKey, Entry> _entries = [];

    public async Task<TValue> GetAsync(TKey key, CancellationToken token = default)
    {
        Task<TValue> task;
        {
            if (!_entries.TryGetValue(key, out var entry))
            {
                _entries.Add(key, entry = new Entry());
                entry.Task = LoadAsync(key, entry);
            }

            task = entry.Task;
        }

        return await task.WaitAsync(token);
    }

    public void Forget(TKey key)
    {
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
            {
                if (_entries.TryGetValue(key, out var entry) && entry == own)
                    _entries.Remove(key);
            }

            throw;
        }
    }
}
