// Fault: a failed load takes the key out, whoever's entry is there: a newer one goes with it.
// Verdict: WrongAnswer
// Fails: forget
using System.Collections.Concurrent;

namespace ConcurrencyKatas.SingleFlight;

public sealed class Cache<TKey, TValue>(Func<TKey, Task<TValue>> load)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<TValue>>> _loads = new();

    public Task<TValue> GetAsync(TKey key, CancellationToken token = default) => _loads.GetOrAdd(key, Entry).Value.WaitAsync(token);

    public void Forget(TKey key) => _loads.TryRemove(key, out _);

    private Lazy<Task<TValue>> Entry(TKey key)
    {
        return new(LoadAsync);

        async Task<TValue> LoadAsync()
        {
            try
            {
                return await load(key);
            }
            catch
            {
                _loads.TryRemove(key, out _);
                throw;
            }
        }
    }
}
