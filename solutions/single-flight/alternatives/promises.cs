// Alternative: whoever gets their own promise into the dictionary keeps it; the others wait for it.
using System.Collections.Concurrent;

namespace ConcurrencyKatas.SingleFlight;

public sealed class Cache<TKey, TValue>(Func<TKey, Task<TValue>> load)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TaskCompletionSource<TValue>> _promises = new();

    public Task<TValue> GetAsync(TKey key, CancellationToken token = default)
    {
        var mine = new TaskCompletionSource<TValue>(TaskCreationOptions.RunContinuationsAsynchronously);
        var promise = _promises.GetOrAdd(key, mine);
        if (promise == mine)
            _ = KeepAsync(key, mine);
        return promise.Task.WaitAsync(token);
    }

    public void Forget(TKey key) => _promises.TryRemove(key, out _);

    private async Task KeepAsync(TKey key, TaskCompletionSource<TValue> promise)
    {
        try
        {
            promise.SetResult(await load(key));
        }
        catch (Exception failure)
        {
            _promises.TryRemove(new(key, promise));
            promise.SetException(failure);
        }
    }
}
