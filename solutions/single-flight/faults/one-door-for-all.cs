// Fault: one semaphore is held while loading: all keys wait for each other, and a load that asks for another key waits for ever.
// Verdict: Deadlock
// Fails: per-key, failures, cancellation
namespace ConcurrencyKatas.SingleFlight;

public sealed class Cache<TKey, TValue>(Func<TKey, Task<TValue>> load)
    where TKey : notnull
{
    private readonly SemaphoreSlim _door = new(1, 1);
    private readonly Dictionary<TKey, TValue> _values = [];

    public async Task<TValue> GetAsync(TKey key, CancellationToken token = default)
    {
        await _door.WaitAsync(token);
        try
        {
            if (!_values.TryGetValue(key, out var value))
                _values[key] = value = await load(key).WaitAsync(token);
            return value;
        }
        finally
        {
            _door.Release();
        }
    }

    public void Forget(TKey key)
    {
        _door.Wait();
        _values.Remove(key);
        _door.Release();
    }
}
