// Fault: the same with a concurrent dictionary: no race any more, and just as many loads.
// Verdict: WrongAnswer
// Fails: one-load, failures, cancellation, forget
using System.Collections.Concurrent;

namespace ConcurrencyKatas.SingleFlight;

public sealed class Cache<TKey, TValue>(Func<TKey, Task<TValue>> load)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> _values = new();

    public async Task<TValue> GetAsync(TKey key, CancellationToken token = default)
    {
        if (_values.TryGetValue(key, out var value))
            return value;
        return _values[key] = await load(key).WaitAsync(token);
    }

    public void Forget(TKey key) => _values.TryRemove(key, out _);
}
