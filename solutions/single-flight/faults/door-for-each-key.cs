// Fault: a semaphore for each key, held while loading: those who wait do not share the load, they come after it.
// Verdict: WrongAnswer
// Fails: failures, cancellation, forget
using System.Collections.Concurrent;

namespace ConcurrencyKatas.SingleFlight;

public sealed class Cache<TKey, TValue>(Func<TKey, Task<TValue>> load)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, SemaphoreSlim> _doors = new();
    private readonly ConcurrentDictionary<TKey, TValue> _values = new();

    public async Task<TValue> GetAsync(TKey key, CancellationToken token = default)
    {
        if (_values.TryGetValue(key, out var value))
            return value;
        var door = _doors.GetOrAdd(key, _ => new(1, 1));
        await door.WaitAsync(token);
        try
        {
            return _values.TryGetValue(key, out value) ? value : _values[key] = await load(key).WaitAsync(token);
        }
        finally
        {
            door.Release();
        }
    }

    public void Forget(TKey key) => _values.TryRemove(key, out _);
}
