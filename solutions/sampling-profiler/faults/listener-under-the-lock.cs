// Fault: the probe's lock is held while the listener is told: the worker waits for it, and the next one is looked at later.
// Verdict: WrongAnswer
// Fails: no-drift, no-observer-effect
using System.Collections.Immutable;

namespace ConcurrencyKatas.SamplingProfiler;

public sealed class Probe
{
    private readonly Lock _gate = new();

    internal Lock Gate => _gate;

    private readonly List<string> _frames = [];

    public string Stack
    {
        get
        {
            string[] copy;
            lock (_gate)
                copy = [.. _frames];
            return string.Join(';', copy);
        }
    }

    public IDisposable Enter(string frame)
    {
        lock (_gate)
            _frames.Add(frame);
        return new Frame(this);
    }

    private void Leave()
    {
        lock (_gate)
            _frames.RemoveAt(_frames.Count - 1);
    }

    private sealed class Frame(Probe probe) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                probe.Leave();
        }
    }
}

public sealed class Profiler(TimeSpan interval, Action<string>? onSample = null)
{
    private ImmutableList<Probe> _probes = [];

    public Probe Register()
    {
        var probe = new Probe();
        ImmutableInterlocked.Update(ref _probes, probes => probes.Add(probe));
        return probe;
    }

    public async Task<IReadOnlyDictionary<string, int>> SampleAsync(TimeSpan duration, CancellationToken token = default)
    {
        var counts = new Dictionary<string, int>();
        using var timer = new PeriodicTimer(interval);
        token.ThrowIfCancellationRequested();
        for (var looks = duration.Ticks / interval.Ticks; looks > 0; looks--)
        {
            await timer.WaitForNextTickAsync(token);
            var gates = _probes.Select(probe => probe.Gate).ToList();
            gates.ForEach(gate => gate.Enter());
            try
            {
                foreach (var stack in _probes.Select(probe => probe.Stack).Where(stack => stack.Length > 0))
                {
                    counts[stack] = counts.GetValueOrDefault(stack) + 1;
                    onSample?.Invoke(stack);
                }
            }
            finally
            {
                gates.ForEach(gate => gate.Exit());
            }
        }

        return counts;
    }
}
