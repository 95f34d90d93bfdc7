// Fault: the timer is never disposed: it goes on looking when the sampling is over, and changes the counts that it returned.
// Verdict: WrongAnswer
// Fails: counts, ends
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
    private ImmutableList<Probe> _probes = [];

    public Probe Register()
    {
        var probe = new Probe();
        ImmutableInterlocked.Update(ref _probes, probes => probes.Add(probe));
        return probe;
    }

    public async Task<IReadOnlyDictionary<string, int>> SampleAsync(TimeSpan duration, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        var counts = new Dictionary<string, int>();
        var left = duration / interval;
        if (left < 1)
            return counts;
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var timer = new Timer(_ => Look(), null, interval, interval);
        await over.Task.WaitAsync(token);
        GC.KeepAlive(timer);
        lock (counts)
            return new Dictionary<string, int>(counts);

        void Look()
        {
            lock (counts)
            {
                string[] photograph = [.. _probes.Select(probe => probe.Stack).Where(stack => stack.Length > 0)];
                try
                {
                    foreach (var stack in photograph)
                    {
                        counts[stack] = counts.GetValueOrDefault(stack) + 1;
                        onSample?.Invoke(stack);
                    }
                }
                catch (Exception failure)
                {
                    over.TrySetException(failure);
                }

                if (--left < 1)
                    over.TrySetResult();
            }
        }
    }
}
