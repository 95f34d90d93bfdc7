// Fault: GetOrAdd with a factory that loads: two who come at the same time both run it, and one result is thrown away.
// Verdict: WrongAnswer
// Fails: one-load, failures, forget
using System.Collections.Concurrent;

namespace ConcurrencyKatas.SingleFlight;

public sealed class Cache<TKey, TValue>(Func<TKey, Task<TValue>> load)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Task<TValue>> _loads = new();

    public async Task<TValue> GetAsync(TKey key, CancellationToken token = default)
    {
        var task = _loads.GetOrAdd(key, StartAsync);
        try
        {
            return await task.WaitAsync(token);
        }
        catch (Exception) when (task.IsCompleted && !task.IsCompletedSuccessfully)
        {
            _loads.TryRemove(new(key, task));
            throw;
        }
    }

    public void Forget(TKey key) => _loads.TryRemove(key, out _);

    private async Task<TValue> StartAsync(TKey key) => await load(key);
}
