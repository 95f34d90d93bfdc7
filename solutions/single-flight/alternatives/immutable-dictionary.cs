// Alternative: an immutable dictionary in a field, put in place by compare-and-swap.
using System.Collections.Immutable;

namespace ConcurrencyKatas.SingleFlight;

public sealed class Cache<TKey, TValue>(Func<TKey, Task<TValue>> load)
    where TKey : notnull
{
    private ImmutableDictionary<TKey, Lazy<Task<TValue>>> _loads = ImmutableDictionary<TKey, Lazy<Task<TValue>>>.Empty;

    public Task<TValue> GetAsync(TKey key, CancellationToken token = default)
    {
        var mine = new Lazy<Task<TValue>>[1];
        mine[0] = new(() => LoadAsync(key, mine));
        return ImmutableInterlocked.GetOrAdd(ref _loads, key, mine[0]).Value.WaitAsync(token);
    }

    public void Forget(TKey key) => ImmutableInterlocked.TryRemove(ref _loads, key, out _);

    private async Task<TValue> LoadAsync(TKey key, Lazy<Task<TValue>>[] own)
    {
        try
        {
            return await load(key);
        }
        catch (Exception)
        {
            ImmutableInterlocked.Update(
                ref _loads, (all, entry) => all.TryGetValue(entry.Key, out var now) && now == entry.Value ? all.Remove(entry.Key) : all, KeyValuePair.Create(key, own[0]));
            throw;
        }
    }
}
