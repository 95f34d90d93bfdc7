using System.Collections.Concurrent;

namespace ConcurrencyKatas.SingleFlight;

/// <summary>Remembers what has been loaded, and shares what is being loaded: for each key there is one load at a time.</summary>
/// <param name="load">Loads the value of a key. It may fail, at once or later.</param>
public sealed class Cache<TKey, TValue>(Func<TKey, Task<TValue>> load)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<TValue>>> _loads = new();

    /// <summary>The value of <paramref name="key"/>: remembered, or of the load in progress, or else of a load that is begun now.</summary>
    /// <param name="key">What to look up.</param>
    /// <param name="token">Ends this caller's wait, and nothing else: the load goes on, for the others and for those who come later.</param>
    /// <exception cref="Exception">The very exception that the load failed with. All who wait for it get it, and it is not remembered.</exception>
    /// <exception cref="OperationCanceledException">This caller's wait was cancelled; it carries <paramref name="token"/>.</exception>
    public Task<TValue> GetAsync(TKey key, CancellationToken token = default) => _loads.GetOrAdd(key, Entry).Value.WaitAsync(token);

    /// <summary>
    /// Forgets <paramref name="key"/>: whoever asks from now on gets a new load. Those who wait for a load in progress still get its value, which is
    /// not remembered.
    /// </summary>
    public void Forget(TKey key) => _loads.TryRemove(key, out _);

    // Two callers may both make an entry. Only one gets into the dictionary, and only an entry that is asked for its value loads.
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
                _loads.TryRemove(new(key, own)); // This entry, and not a newer one of the same key.
                throw;
            }
        }
    }
}
