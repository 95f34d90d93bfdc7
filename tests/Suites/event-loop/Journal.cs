using System.Diagnostics;

namespace ConcurrencyKatas.EventLoop.Suite;

/// <summary>What ran, when, and on which thread. Its lock is taken by callbacks, never by those who post them.</summary>
internal sealed class Journal
{
    private readonly Lock _lock = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<(string What, TimeSpan At, int Thread)> _all = [];

    /// <summary>What ran, in order.</summary>
    public string[] Order => Read(entry => entry.What);

    /// <summary>When each ran, in order.</summary>
    public TimeSpan[] Times => Read(entry => entry.At);

    public TimeSpan Now => _watch.Elapsed;

    public int Count => Read(entry => entry).Length;

    public bool IsAllOn(int thread) => Array.TrueForAll(Read(entry => entry.Thread), seen => seen == thread);

    public void Note(string what)
    {
        lock (_lock)
            _all.Add((what, _watch.Elapsed, Environment.CurrentManagedThreadId));
    }

    private T[] Read<T>(Func<(string What, TimeSpan At, int Thread), T> pick)
    {
        lock (_lock)
            return [.. _all.Select(pick)];
    }
}
