// Alternative: a thread waits for the cancellation, with a timeout up to the next look.
namespace ConcurrencyKatas.SamplingProfiler;

public sealed class Probe
{
    private string _stack = "";

    public string Stack => Volatile.Read(ref _stack);

    public IDisposable Enter(string frame)
    {
        var outer = _stack;
        Volatile.Write(ref _stack, outer.Length == 0 ? frame : $"{outer};{frame}");
        return new Frame(this, outer);
    }

    private sealed class Frame(Probe probe, string outer) : IDisposable
    {
        private bool _left;

        public void Dispose()
        {
            if (!_left)
                Volatile.Write(ref probe._stack, outer);
            _left = true;
        }
    }
}

public sealed class Profiler(TimeSpan interval, Action<string>? onSample = null)
{
    private readonly Lock _gate = new();
    private Probe[] _probes = [];

    public Probe Register()
    {
        var probe = new Probe();
        lock (_gate)
            Volatile.Write(ref _probes, [.. _probes, probe]);
        return probe;
    }

    public Task<IReadOnlyDictionary<string, int>> SampleAsync(TimeSpan duration, CancellationToken token = default)
    {
        var start = TimeProvider.System.GetTimestamp();
        return Task.Factory.StartNew(() => Sample(start, duration, token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private IReadOnlyDictionary<string, int> Sample(long start, TimeSpan duration, CancellationToken token)
    {
        using var stopped = new ManualResetEventSlim();
        var counts = new SortedDictionary<string, int>();
        for (var next = interval; next <= duration; next += interval)
        {
            var pause = next - TimeProvider.System.GetElapsedTime(start);
            stopped.Wait(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, token);
            string[] seen = Array.ConvertAll(Volatile.Read(ref _probes), probe => probe.Stack);
            foreach (var stack in seen)
            {
                if (stack.Length > 0)
                {
                    counts[stack] = counts.GetValueOrDefault(stack) + 1;
                    onSample?.Invoke(stack);
                }
            }
        }

        return counts;
    }
}
