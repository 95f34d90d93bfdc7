// Alternative: an ImmutableStack that is replaced, and periods by TimeProvider.
using System.Collections.Immutable;

namespace ConcurrencyKatas.SamplingProfiler;

public sealed class Probe
{
    private ImmutableStack<string> _frames = [];

    public string Stack => string.Join(';', Volatile.Read(ref _frames).Reverse());

    public IDisposable Enter(string frame)
    {
        var outer = _frames;
        Volatile.Write(ref _frames, outer.Push(frame));
        return new Leaving(() => Volatile.Write(ref _frames, outer));
    }

    private sealed class Leaving(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
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
        using var timer = new PeriodicTimer(interval, TimeProvider.System);
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
