// Mechanism: a lock for each key is removed when its holder leaves, while somebody has got hold of it and waits: whoever comes
// next makes a new one, and two are inside at once. Needs three tasks.
// expect broken: assertion|race
namespace KeyedLockRemoved;

public sealed class KeyedLock(bool counts)
{
    private readonly Dictionary<string, Entry> _entries = [];

    public async Task<Entry> EnterAsync(string key)
    {
        Entry? entry;
        lock (_entries)
        {
            if (!_entries.TryGetValue(key, out entry))
                _entries[key] = entry = new Entry();
            entry.Users++;
        }

        await entry.Gate.WaitAsync();
        return entry;
    }

    public void Leave(string key, Entry entry)
    {
        lock (_entries)
        {
            entry.Users--;
            if (!counts || entry.Users == 0)
                _entries.Remove(key);
        }

        entry.Gate.Release();
    }

    public sealed class Entry
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public int Users { get; set; }
    }
}

public sealed class KeyedLockTests
{
    [Test, Interleaved]
    public Task Broken() => Only_one_is_inside(new KeyedLock(counts: false));

    [Test, Interleaved]
    public Task Mended() => Only_one_is_inside(new KeyedLock(counts: true));

    private static async Task Only_one_is_inside(KeyedLock locks)
    {
        var inside = 0;
        await Task.WhenAll(Task.Run(WorkAsync), Task.Run(WorkAsync), Task.Run(WorkAsync));

        async Task WorkAsync()
        {
            var entry = await locks.EnterAsync("key");
            Assert.That(Interlocked.Increment(ref inside), Is.EqualTo(1), "inside at once");
            await Task.Yield();
            Interlocked.Decrement(ref inside);
            locks.Leave("key", entry);
        }
    }
}
