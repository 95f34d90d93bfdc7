using System.Diagnostics;

namespace ConcurrencyKatas.ThreadsAndJoins.Suite;

/// <summary>
/// The log as the submission meets it: a plain list without a lock, so that two callers at once are a data race. Times are virtual.
/// </summary>
/// <param name="errands">How many errands there are.</param>
internal sealed class Notebook(int errands)
{
    private readonly List<(string Text, TimeSpan At)> _lines = [];
    private readonly int[] _started = new int[errands];
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <summary>How long a line takes to write.</summary>
    public TimeSpan Slowness { get; init; }

    public IReadOnlyList<(string Text, TimeSpan At)> Lines => _lines;

    public TimeSpan Elapsed => _watch.Elapsed;

    public void Write(string line)
    {
        _lines.Add((line, _watch.Elapsed));
        if (Slowness > TimeSpan.Zero)
            Thread.Sleep(Slowness);
        for (var errand = 0; errand < errands; errand++)
        {
            if (line == $"start {errand}")
                Volatile.Write(ref _started[errand], 1);
        }
    }

    /// <summary>Whether the line "start" of an errand was finished; asked by the errand itself.</summary>
    public bool HasStarted(int errand) => Volatile.Read(ref _started[errand]) == 1;

    /// <summary>When a line was begun, each time.</summary>
    public TimeSpan[] Of(string text) => [.. _lines.Where(line => line.Text == text).Select(line => line.At)];

    /// <summary>Whether there are two lines for each errand, each once and in their order, and no others.</summary>
    public bool IsWhole =>
        _lines.Count == 2 * errands
        && Enumerable.Range(0, errands).All(i =>
            _lines.FindIndex(line => line.Text == $"start {i}") is >= 0 and var start
            && _lines.FindIndex(line => line.Text == $"end {i}") is var end && end > start);
}
