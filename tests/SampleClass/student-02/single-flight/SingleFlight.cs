namespace ConcurrencyKatas.SingleFlight;

/// <summary>Remembers what has been loaded, and shares what is being loaded. Many threads may use it at once.</summary>
/// <param name="load">Loads the value of a key. It may fail, at once or later, and may ask the cache for another key.</param>
public sealed class Cache<TKey, TValue>(Func<TKey, Task<TValue>> load)
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> _values = [];

    /// <summary>The value of <paramref name="key"/>: the remembered one, or that of the load in progress, or of a new load.</summary>
    /// <param name="key">What to look up.</param>
    /// <param name="token">Ends this caller's wait, and nothing else: the load goes on, for the others and for those who come later.</param>
    /// <exception cref="Exception">The very exception that the load failed with. All who wait get it; it is not remembered.</exception>
    /// <exception cref="OperationCanceledException">This caller's wait was cancelled; it carries <paramref name="token"/>.</exception>
    public async Task<TValue> GetAsync(TKey key, CancellationToken token = default)
    {
        if (!_values.TryGetValue(key, out var value))
            _values[key] = value = await load(key);
        return value;
    }

    /// <summary>
    /// Forgets <paramref name="key"/>, if it is there: callers who ask from now on get a new load. Those who wait for a load in progress still
    /// get its result, which is not remembered.
    /// </summary>
    public void Forget(TKey key) => _values.Remove(key);
}
