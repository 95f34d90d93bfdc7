using System.Diagnostics;

namespace ConcurrencyKatas;

/// <summary>
/// Counts who is inside of something, and for how long a place in it lay idle. Times are virtual. It has a lock, and a lock orders
/// those who take it: a test that looks for data races in the submission counts by other means.
/// </summary>
/// <param name="places">How many may be inside at once; needed for <see cref="Idle"/> alone.</param>
/// <param name="requests">How many are to come; until the last has, a free place is an idle one.</param>
internal sealed class InFlight(int places = 0, int requests = 0)
{
    private readonly Lock _lock = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _now;
    private int _begun;
    private int _peak;
    private TimeSpan _idle;
    private TimeSpan _changed;
    private TimeSpan _lastBegun;

    /// <summary>How many are inside.</summary>
    public int Now => Locked(() => _now);

    /// <summary>How many have gone in so far.</summary>
    public int Begun => Locked(() => _begun);

    /// <summary>The most that were inside at one moment.</summary>
    public int Peak => Locked(() => _peak);

    /// <summary>The time that places lay idle while somebody was left to come, added up over the places.</summary>
    public TimeSpan Idle => Locked(() => _idle);

    /// <summary>When the last one went in.</summary>
    public TimeSpan LastBegun => Locked(() => _lastBegun);

    /// <summary>The time since the count began.</summary>
    public TimeSpan Elapsed => _watch.Elapsed;

    public void Enter() => Locked(() =>
    {
        CountIdle();
        _begun++;
        _lastBegun = _changed;
        return _peak = Math.Max(_peak, ++_now);
    });

    public void Leave() => Locked(() =>
    {
        CountIdle();
        return --_now;
    });

    private void CountIdle()
    {
        var now = _watch.Elapsed;
        var wanted = Math.Min(places, _now + Math.Max(0, requests - _begun));
        _idle += Math.Max(0, wanted - _now) * (now - _changed);
        _changed = now;
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_lock)
            return read();
    }
}
