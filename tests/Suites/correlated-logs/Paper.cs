using System.Collections.Concurrent;

namespace ConcurrencyKatas.CorrelatedLogs.Suite;

/// <summary>What was written, in order, by whoever it was: whether one line at a time is left to <see cref="WholeLinesTests"/>.</summary>
internal sealed class Paper
{
    private readonly ConcurrentQueue<string> _lines = new();

    public Paper() => Log = new(_lines.Enqueue);

    public RequestLog Log { get; }

    public string[] Lines => [.. _lines];

    /// <summary>Whether exactly these lines were written, in any order.</summary>
    public bool Has(params string[] expected) => Lines.Order(StringComparer.Ordinal).SequenceEqual(expected.Order(StringComparer.Ordinal));

    /// <summary>A work that writes "in", waits, and writes "out".</summary>
    public async Task<bool> VisitAsync(TimeSpan waits)
    {
        Log.Info("in");
        await Task.Delay(waits);
        Log.Info("out");
        return true;
    }
}
