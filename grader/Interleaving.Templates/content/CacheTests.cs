using Interleaving;
using Interleaving.NUnit;
using NUnit.Framework;

/// <summary>Loads a value once, however many ask for it at the same time. Take the lock away, and see what the tests say.</summary>
public sealed class Cache(Func<Task<string>> load)
{
    private readonly Lock _gate = new();
    private Task<string>? _value;

    public Task<string> GetAsync()
    {
        lock (_gate)
            return _value ??= load();
    }
}

public sealed class CacheTests
{
    private int _loads;

    [Interleaved]
    public async Task Two_who_ask_at_once_load_once()
    {
        var cache = new Cache(LoadAsync);
        await Task.WhenAll(Task.Run(cache.GetAsync), Task.Run(cache.GetAsync));
        Assert.That(_loads, Is.EqualTo(1));
    }

    [Interleaved]
    public async Task They_wait_as_long_as_one_load_takes()
    {
        var cache = new Cache(LoadAsync);
        await Task.WhenAll(cache.GetAsync(), cache.GetAsync()).ShouldTake(TimeSpan.FromSeconds(2));
    }

    private async Task<string> LoadAsync()
    {
        Interlocked.Increment(ref _loads);
        await Task.Delay(TimeSpan.FromSeconds(2));
        return "loaded";
    }
}
