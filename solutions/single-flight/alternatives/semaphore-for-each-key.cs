// Alternative: a semaphore for each key: whoever has it looks, and puts the shared task there.
using System.Collections.Concurrent;

namespace ConcurrencyKatas.SingleFlight;

public sealed class Cache<TKey, TValue>(Func<TKey, Task<TValue>> load)
    where TKey : notnull
{
    private sealed class Slot
    {
        public SemaphoreSlim Door { get; } = new(1, 1);

        public Task<TValue>? Load { get; set; }
    }

    private readonly ConcurrentDictionary<TKey, Slot> _slots = new();

    public async Task<TValue> GetAsync(TKey key, CancellationToken token = default)
    {
        var slot = _slots.GetOrAdd(key, _ => new Slot());
        await slot.Door.WaitAsync(token);
        Task<TValue> shared;
        try
        {
            shared = slot.Load ??= LoadAsync(key, slot);
        }
        finally
        {
            slot.Door.Release();
        }

        return await shared.WaitAsync(token);
    }

    public void Forget(TKey key) => _slots.TryRemove(key, out _);

    private async Task<TValue> LoadAsync(TKey key, Slot slot)
    {
        await Task.Yield();
        try
        {
            return await load(key);
        }
        catch (Exception)
        {
            _slots.TryRemove(KeyValuePair.Create(key, slot));
            throw;
        }
    }
}
