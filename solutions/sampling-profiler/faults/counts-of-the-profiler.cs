// Fault: the counts are a field: the second sampling goes on where the first ended.
// Verdict: WrongAnswer
// Fails: counts
using System.Collections.Concurrent;
using System.Collections.Immutable;

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
    private readonly ConcurrentDictionary<string, int> _counts = [];
    private ImmutableList<Probe> _probes = [];

    public Probe Register()
    {
        var probe = new Probe();
        ImmutableInterlocked.Update(ref _probes, probes => probes.Add(probe));
        return probe;
    }

    public async Task<IReadOnlyDictionary<string, int>> SampleAsync(TimeSpan duration, CancellationToken token = default)
    {
        using var timer = new PeriodicTimer(interval);
        token.ThrowIfCancellationRequested();
        for (var looks = duration.Ticks / interval.Ticks; looks > 0; looks--)
        {
            await timer.WaitForNextTickAsync(token);
            string[] photograph = [.. _probes.Select(probe => probe.Stack).Where(stack => stack.Length > 0)];
            foreach (var stack in photograph)
            {
                _counts.AddOrUpdate(stack, 1, (_, count) => count + 1);
                onSample?.Invoke(stack);
            }
        }

        return _counts;
    }
}
