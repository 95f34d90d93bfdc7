// Alternative: a short lock in the probe that copies, another one around the list of probes, and a delay to the next multiple.
using System.Diagnostics;

namespace ConcurrencyKatas.SamplingProfiler;

public sealed class Probe
{
    private readonly Lock _gate = new();
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
    private readonly List<Probe> _probes = [];

    public Probe Register()
    {
        var probe = new Probe();
        lock (_probes)
            _probes.Add(probe);
        return probe;
    }

    public async Task<IReadOnlyDictionary<string, int>> SampleAsync(TimeSpan duration, CancellationToken token = default)
    {
        var counts = new Dictionary<string, int>();
        var watch = Stopwatch.StartNew();
        for (var next = interval; next <= duration; next += interval)
        {
            var pause = next - watch.Elapsed;
            await Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, token);
            Probe[] probes;
            lock (_probes)
                probes = [.. _probes];
            var stacks = probes.Select(probe => probe.Stack).ToList();
            foreach (var stack in stacks)
            {
                if (stack.Length == 0)
                    continue;
                counts[stack] = counts.GetValueOrDefault(stack) + 1;
                onSample?.Invoke(stack);
            }
        }

        token.ThrowIfCancellationRequested();
        return counts;
    }
}
