using System.Diagnostics;

namespace ConcurrencyKatas.SamplingProfiler;

/// <summary>What one worker is doing. The worker enters and leaves frames; anybody may look.</summary>
public sealed class Probe
{
    private readonly List<string> _frames = [];

    internal Lock Gate { get; } = new();

    /// <summary>The frames that the worker is in, outermost first: "main;parse"; empty while it is in none.</summary>
    public string Stack
    {
        get
        {
            lock (Gate)
                return string.Join(';', _frames);
        }
    }

    /// <summary>The worker enters a frame. For the one worker that the probe belongs to.</summary>
    /// <param name="frame">Its name.</param>
    /// <returns>Dispose it to leave the frame, the innermost first. Disposing it again does nothing.</returns>
    public IDisposable Enter(string frame)
    {
        lock (Gate)
            _frames.Add(frame);
        return new Frame(this);
    }

    private sealed class Frame(Probe probe) : IDisposable
    {
        public void Dispose()
        {
            lock (probe.Gate)
                probe._frames.RemoveAt(probe._frames.Count - 1);
        }
    }
}

/// <summary>Looks at all probes at regular instants, and counts what it sees.</summary>
/// <param name="interval">The time between two looks.</param>
/// <param name="onSample">
/// Called with each stack that was seen, idle workers left out; one sampling calls it for one at a time. It may be slow, but for all workers
/// together it takes less than <paramref name="interval"/>.
/// </param>
public sealed class Profiler(TimeSpan interval, Action<string>? onSample = null)
{
    private readonly List<Probe> _probes = [];

    /// <summary>A probe for one more worker, at any time. A sampling that is going on sees it from its next look on.</summary>
    public Probe Register()
    {
        var probe = new Probe();
        lock (_probes)
            _probes.Add(probe);
        return probe;
    }

    /// <summary>Looks at all probes after each interval, the last time at the end of the duration.</summary>
    /// <param name="duration">How long: 0, or a multiple of the interval.</param>
    /// <param name="token">Ends the sampling at once.</param>
    /// <returns>How often each stack was seen. Each sampling counts for itself.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled; the exception carries it.</exception>
    /// <exception cref="Exception">What <c>onSample</c> threw; there are no more looks.</exception>
    public async Task<IReadOnlyDictionary<string, int>> SampleAsync(TimeSpan duration, CancellationToken token = default)
    {
        var counts = new Dictionary<string, int>();
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < duration)
        {
            lock (_probes)
            {
                foreach (var probe in _probes)
                    Photograph(probe, counts);
            }

            await Task.Delay(interval, token);
        }

        return counts;
    }

    private void Photograph(Probe probe, Dictionary<string, int> counts)
    {
        lock (probe.Gate)
        {
            var stack = probe.Stack;
            if (stack.Length == 0)
                return;
            counts[stack] = counts.GetValueOrDefault(stack) + 1;
            onSample?.Invoke(stack);
        }
    }
}
