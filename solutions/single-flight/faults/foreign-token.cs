// Fault: whoever gives up gets an OperationCanceledException without their token.
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
        using var own = CancellationTokenSource.CreateLinkedTokenSource(token);
        return await _loads.GetOrAdd(key, Entry).Value.WaitAsync(own.Token);
    }

    public void Forget(TKey key) => _loads.TryRemove(key, out _);

    private Lazy<Task<TValue>> Entry(TKey key)
    {
        Lazy<Task<TValue>> own = null!;
        return own = new(LoadAsync);

        async Task<TValue> LoadAsync()
        {
            try
            {
                return await load(key);
            }
            catch
            {
                _loads.TryRemove(new(key, own));
                throw;
            }
        }
    }
}
