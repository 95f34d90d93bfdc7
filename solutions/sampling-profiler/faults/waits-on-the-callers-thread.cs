// Fault: it sleeps from look to look on the caller's thread, and nobody else gets on meanwhile.
// Verdict: WrongAnswer
// Fails: counts, no-drift, no-observer-effect, ends
using System.Collections.Immutable;
using System.Diagnostics;

namespace ConcurrencyKatas.SamplingProfiler;

public sealed class Probe
{
    private volatile string _stack = "";

    public string Stack => _stack;

    public IDisposable Enter(string frame)
    {
        var outer = _stack;
        _stack = outer.Length == 0 ? frame : $"{outer};{frame}";
        return new Frame(this, outer);
    }

    private sealed class Frame(Probe probe, string outer) : IDisposable
    {
        private bool _left;

        public void Dispose()
        {
            if (!_left)
                probe._stack = outer;
            _left = true;
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

    public Task<IReadOnlyDictionary<string, int>> SampleAsync(TimeSpan duration, CancellationToken token = default)
    {
        var counts = new Dictionary<string, int>();
        var watch = Stopwatch.StartNew();
        var next = TimeSpan.Zero;
        token.ThrowIfCancellationRequested();
        for (var looks = duration.Ticks / interval.Ticks; looks > 0; looks--)
        {
            next += interval;
            Thread.Sleep(next - watch.Elapsed);
            token.ThrowIfCancellationRequested();
            string[] photograph = [.. _probes.Select(probe => probe.Stack).Where(stack => stack.Length > 0)];
            foreach (var stack in photograph)
            {
                counts[stack] = counts.GetValueOrDefault(stack) + 1;
                onSample?.Invoke(stack);
            }
        }

        return Task.FromResult<IReadOnlyDictionary<string, int>>(counts);
    }
}
