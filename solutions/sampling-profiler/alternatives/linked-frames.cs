// Alternative: frames that never change, each linked to its caller, are published by one reference; whoever looks puts the text together.
using System.Collections.Concurrent;

namespace ConcurrencyKatas.SamplingProfiler;

public sealed class Probe
{
    private volatile Frame? _top;

    public string Stack
    {
        get
        {
            var names = new Stack<string>();
            for (var frame = _top; frame is not null; frame = frame.Caller)
                names.Push(frame.Name);
            return string.Join(';', names);
        }
    }

    public IDisposable Enter(string frame) => _top = new Frame(this, frame, _top);

    private sealed class Frame(Probe probe, string name, Frame? caller) : IDisposable
    {
        private bool _left;

        public string Name { get; } = name;

        public Frame? Caller { get; } = caller;

        public void Dispose()
        {
            if (_left)
                return;
            _left = true;
            probe._top = Caller;
        }
    }
}

public sealed class Profiler(TimeSpan interval, Action<string>? onSample = null)
{
    private readonly ConcurrentQueue<Probe> _probes = new();

    public Probe Register()
    {
        var probe = new Probe();
        _probes.Enqueue(probe);
        return probe;
    }

    public async Task<IReadOnlyDictionary<string, int>> SampleAsync(TimeSpan duration, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        var samples = new List<string>();
        using var ticks = new PeriodicTimer(interval);
        for (var passed = interval; passed <= duration; passed += interval)
        {
            await ticks.WaitForNextTickAsync(token).ConfigureAwait(false);
            var seen = _probes.Select(probe => probe.Stack).Where(stack => stack != "").ToArray();
            samples.AddRange(seen);
            Array.ForEach(seen, stack => onSample?.Invoke(stack));
        }

        return samples.GroupBy(stack => stack).ToDictionary(group => group.Key, group => group.Count());
    }
}
