// Alternative: a Timer takes the photographs; one task tells the listener from a channel.
using System.Collections.Concurrent;
using System.Threading.Channels;

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
    private readonly ConcurrentDictionary<Probe, bool> _probes = [];

    public Probe Register()
    {
        var probe = new Probe();
        _probes[probe] = true;
        return probe;
    }

    public async Task<IReadOnlyDictionary<string, int>> SampleAsync(TimeSpan duration, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        var counts = new Dictionary<string, int>();
        var left = duration / interval;
        var photographs = Channel.CreateUnbounded<string[]>();
        if (left < 1)
            return counts;
        await using (var timer = new Timer(_ => Photograph(), null, interval, interval))
        await using (token.Register(() => photographs.Writer.TryComplete(new OperationCanceledException(token))))
        {
            await foreach (var photograph in photographs.Reader.ReadAllAsync(CancellationToken.None))
            {
                foreach (var stack in photograph)
                {
                    counts[stack] = counts.GetValueOrDefault(stack) + 1;
                    onSample?.Invoke(stack);
                }
            }
        }

        return counts;

        void Photograph()
        {
            photographs.Writer.TryWrite([.. _probes.Keys.Select(probe => probe.Stack).Where(stack => stack.Length > 0)]);
            if (--left < 1)
                photographs.Writer.TryComplete();
        }
    }
}
