// Fault: the value is written when the load ends, whatever has been forgotten meanwhile.
// Verdict: WrongAnswer
// Fails: forget
namespace ConcurrencyKatas.SingleFlight;

public sealed class Cache<TKey, TValue>(Func<TKey, Task<TValue>> load)
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, TValue> _values = [];
    private readonly Dictionary<TKey, Task<TValue>> _loads = [];

    public Task<TValue> GetAsync(TKey key, CancellationToken token = default)
    {
        lock (_lock)
        {
            if (_values.TryGetValue(key, out var value))
                return Task.FromResult(value);
            if (!_loads.TryGetValue(key, out var task))
                _loads[key] = task = Task.Run(() => LoadAsync(key));
            return task.WaitAsync(token);
        }
    }

    public void Forget(TKey key)
    {
        lock (_lock)
        {
            _values.Remove(key);
            _loads.Remove(key);
        }
    }

    private async Task<TValue> LoadAsync(TKey key)
    {
        try
        {
            var value = await load(key);
            lock (_lock)
                _values[key] = value;
            return value;
        }
        finally
        {
            lock (_lock)
                _loads.Remove(key);
        }
    }
}
