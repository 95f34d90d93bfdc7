// Fault: whoever gives up takes the entry out, as if the load had failed.
// Verdict: WrongAnswer
// Fails: cancellation
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
        catch (Exception)
        {
            _loads.TryRemove(new(key, entry));
            throw;
        }
    }

    public void Forget(TKey key) => _loads.TryRemove(key, out _);

    private async Task<TValue> StartAsync(TKey key) => await load(key);
}
