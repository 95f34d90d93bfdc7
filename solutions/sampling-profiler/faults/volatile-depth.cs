// Fault: the depth is volatile and the frames are not: a frame that is entered again overwrites what somebody is reading.
// Verdict: DataRace
// Fails: whole-stacks
using System.Collections.Immutable;

namespace ConcurrencyKatas.SamplingProfiler;

public sealed class Probe
{
    private readonly string[] _frames = new string[64];
    private volatile int _depth;

    public string Stack
    {
        get
        {
            var depth = _depth;
            return string.Join(';', _frames[..depth]);
        }
    }

    public IDisposable Enter(string frame)
    {
        _frames[_depth] = frame;
        _depth++;
        return new Frame(this, _depth - 1);
    }

    private sealed class Frame(Probe probe, int depth) : IDisposable
    {
        private bool _left;

        public void Dispose()
        {
            if (!_left)
                probe._depth = depth;
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

    public async Task<IReadOnlyDictionary<string, int>> SampleAsync(TimeSpan duration, CancellationToken token = default)
    {
        var counts = new Dictionary<string, int>();
        using var timer = new PeriodicTimer(interval);
        token.ThrowIfCancellationRequested();
        for (var looks = duration.Ticks / interval.Ticks; looks > 0; looks--)
        {
            await timer.WaitForNextTickAsync(token);
            string[] photograph = [.. _probes.Select(probe => probe.Stack).Where(stack => stack.Length > 0)];
            foreach (var stack in photograph)
            {
                counts[stack] = counts.GetValueOrDefault(stack) + 1;
                onSample?.Invoke(stack);
            }
        }

        return counts;
    }
}
