// Fault: when a shared load fails, those who waited each begin again.
// Verdict: WrongAnswer
// Fails: failures
using System.Collections.Concurrent;

namespace ConcurrencyKatas.SingleFlight;

public sealed class Cache<TKey, TValue>(Func<TKey, Task<TValue>> load)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<TValue>>> _loads = new();

    public async Task<TValue> GetAsync(TKey key, CancellationToken token = default)
    {
        var fresh = new Lazy<Task<TValue>>(() => StartAsync(key));
        var entry = _loads.GetOrAdd(key, fresh);
        var task = entry.Value;
        try
        {
            return await task.WaitAsync(token);
        }
        catch (Exception) when (task.IsCompleted && !task.IsCompletedSuccessfully)
        {
            _loads.TryRemove(new(key, entry));
            if (entry == fresh)
                throw;
            return await GetAsync(key, token);
        }
    }

    public void Forget(TKey key) => _loads.TryRemove(key, out _);

    private async Task<TValue> StartAsync(TKey key) => await load(key);
}
