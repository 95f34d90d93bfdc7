// Fault: only those who wait take a failure out: when all have given up, it stays for the next.
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
        var entry = _loads.GetOrAdd(key, _ => new(() => StartAsync(key)));
        try
        {
            return await entry.Value.WaitAsync(token);
        }
        catch (Exception) when (entry.Value.IsFaulted || entry.Value.IsCanceled)
        {
            _loads.TryRemove(new(key, entry));
            throw;
        }
    }

    public void Forget(TKey key) => _loads.TryRemove(key, out _);

    private async Task<TValue> StartAsync(TKey key) => await load(key);
}
