using System.Diagnostics;

namespace ConcurrencyKatas.SingleFlight.Suite;

/// <summary>Where numbers are looked up: counts the loads of each key, and says in each value which load it is of. Times are virtual.</summary>
/// <param name="duration">How long a load takes: of the key, and which of its loads it is, from 1 on.</param>
internal sealed class Directory(Func<int, int, TimeSpan> duration)
{
    private readonly Lock _lock = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Dictionary<int, int> _loads = [];

    /// <summary>What a load fails with at its end; null for success.</summary>
    public Func<int, int, Exception?> Failure { get; init; } = (_, _) => null;

    public TimeSpan Elapsed => _watch.Elapsed;

    public static string Value(int key, int load) => $"number {key}, load {load}";

    /// <summary>How often a key has been loaded.</summary>
    public int Loads(int key)
    {
        lock (_lock)
            return _loads.GetValueOrDefault(key);
    }

    public async Task<string> LoadAsync(int key)
    {
        int load;
        lock (_lock)
            load = _loads[key] = _loads.GetValueOrDefault(key) + 1;
        if (duration(key, load) > TimeSpan.Zero)
            await Task.Delay(duration(key, load));
        return Failure(key, load) is { } failure ? throw failure : Value(key, load);
    }

    /// <summary>What a caller got, and when.</summary>
    public async Task<Answer> AskAsync(Cache<int, string> cache, int key, CancellationToken token = default)
    {
        string? value = null;
        var failure = await Caught.ByAsync(async () => value = await cache.GetAsync(key, token));
        return new(value, failure, Elapsed);
    }
}
