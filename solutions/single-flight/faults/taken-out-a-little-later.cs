// Fault: a continuation takes the failure out: whoever hears of it first and asks again gets it once more.
// Verdict: WrongAnswer
// Fails: failures
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
        Lazy<Task<TValue>> own = null!;
        return own = new(() =>
        {
            var task = StartAsync(key);
            task.ContinueWith(_ => _loads.TryRemove(new(key, own)), TaskContinuationOptions.NotOnRanToCompletion);
            return task;
        });
    }

    private async Task<TValue> StartAsync(TKey key) => await load(key);
}
