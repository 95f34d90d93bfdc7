using System.Diagnostics;

namespace ConcurrencyKatas;

/// <summary>Writes down what happened when, in virtual seconds. Its lock orders those who write: see <see cref="InFlight"/>.</summary>
internal sealed class Instants
{
    private readonly Lock _lock = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<(string What, double At)> _all = [];

    /// <summary>Everything, in the order in which it happened.</summary>
    public (string What, double At)[] All
    {
        get
        {
            lock (_lock)
                return [.. _all];
        }
    }

    public void Note(string what)
    {
        lock (_lock)
            _all.Add((what, _watch.Elapsed.TotalSeconds));
    }

    /// <summary>When this happened, each time; empty when it never did.</summary>
    public double[] Of(string what) => [.. All.Where(entry => entry.What == what).Select(entry => entry.At)];
}
