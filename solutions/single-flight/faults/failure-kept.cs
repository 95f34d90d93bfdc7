// Fault: the entry of a failed load stays.
// Verdict: WrongAnswer
// Fails: failures
using System.Collections.Concurrent;

namespace ConcurrencyKatas.SingleFlight;

public sealed class Cache<TKey, TValue>(Func<TKey, Task<TValue>> load)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<TValue>>> _loads = new();

    public Task<TValue> GetAsync(TKey key, CancellationToken token = default) =>
        _loads.GetOrAdd(key, _ => new(() => load(key))).Value.WaitAsync(token);

    public void Forget(TKey key) => _loads.TryRemove(key, out _);
}
