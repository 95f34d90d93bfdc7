// Fault: a frame that is disposed again takes another one along.
// Verdict: WrongAnswer
// Fails: whole-stacks
using System.Collections.Immutable;

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
        {
            if (_frames.Count > 0)
                _frames.RemoveAt(_frames.Count - 1);
        }
    }

    private sealed class Frame(Probe probe) : IDisposable
    {
        public void Dispose()
        {
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
