// Alternative: whoever waits and gets a failure takes it out before passing it on; whoever finds an old one takes it out and looks again.
using System.Collections.Concurrent;

namespace ConcurrencyKatas.SingleFlight;

public sealed class Cache<TKey, TValue>(Func<TKey, Task<TValue>> load)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<TValue>>> _loads = new();

    public async Task<TValue> GetAsync(TKey key, CancellationToken token = default)
    {
        while (true)
        {
            var fresh = new Lazy<Task<TValue>>(() => StartAsync(key));
            var entry = _loads.GetOrAdd(key, fresh);
            var task = entry.Value;
            if (entry != fresh && task.IsCompleted && !task.IsCompletedSuccessfully)
            {
                _loads.TryRemove(new(key, entry));
                continue;
            }

            try
            {
                return await task.WaitAsync(token);
            }
            catch (Exception) when (task.IsCompleted && !task.IsCompletedSuccessfully)
            {
                _loads.TryRemove(new(key, entry));
                throw;
            }
        }
    }

    public void Forget(TKey key) => _loads.TryRemove(key, out _);

    private async Task<TValue> StartAsync(TKey key) => await load(key);
}
