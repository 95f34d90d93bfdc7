// Alternative: a thread of its own keeps the time, and puts what is due into the queue; started with the first timer.
using System.Diagnostics;

namespace ConcurrencyKatas.EventLoop;

public sealed class EventLoop(Action<string, TimeSpan>? slow = null, Action<string, Exception>? failed = null)
    : SynchronizationContext
{
    private readonly object _gate = new();
    private readonly List<(string Name, Action Callback)> _queue = [];
    private readonly object _clockGate = new();
    private readonly SortedDictionary<TimeSpan, List<(string Name, Action Callback)>> _due = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private Thread? _keeper;
    private int _head;

    public void Run(Func<Task> main)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        Task end = Task.CompletedTask;
        try
        {
            Call("main", () =>
            {
                try
                {
                    end = main();
                }
                catch (Exception exception)
                {
                    end = Task.FromException(exception);
                }
            });
            end.ConfigureAwait(false).GetAwaiter().OnCompleted(() =>
            {
                lock (_gate)
                    Monitor.PulseAll(_gate);
            });
            while (Next(end) is { } next)
                Call(next.Name, next.Callback);
        }
        finally
        {
            SetSynchronizationContext(outer);
        }

        end.GetAwaiter().GetResult();
    }

    public void CallSoon(string name, Action callback)
    {
        lock (_gate)
        {
            _queue.Add((name, callback));
            Monitor.PulseAll(_gate);
        }
    }

    public void CallLater(TimeSpan delay, string name, Action callback)
    {
        lock (_clockGate)
        {
            var at = _clock.Elapsed + delay;
            if (!_due.TryGetValue(at, out var those))
                _due.Add(at, those = []);
            those.Add((name, callback));
            if (_keeper is null)
            {
                _keeper = new Thread(KeepTime) { IsBackground = true };
                _keeper.Start();
            }

            Monitor.Pulse(_clockGate);
        }
    }

    public override void Post(SendOrPostCallback d, object? state) => CallSoon("Post", () => d(state));

    private void KeepTime()
    {
        lock (_clockGate)
        {
            while (_due.Count > 0)
            {
                var (at, those) = _due.First();
                var wait = at - _clock.Elapsed;
                if (wait > TimeSpan.Zero)
                {
                    Monitor.Wait(_clockGate, wait);
                    continue;
                }

                _due.Remove(at);
                foreach (var (name, callback) in those)
                    CallSoon(name, callback);
            }

            _keeper = null;
        }
    }

    private (string Name, Action Callback)? Next(Task end)
    {
        lock (_gate)
        {
            while (!end.IsCompleted)
            {
                if (_head < _queue.Count)
                {
                    var next = _queue[_head++];
                    if (_head == _queue.Count)
                    {
                        _queue.Clear();
                        _head = 0;
                    }

                    return next;
                }

                Monitor.Wait(_gate);
            }

            return null;
        }
    }

    private void Call(string name, Action callback)
    {
        var watch = Stopwatch.StartNew();
        Exception? failure = null;
        try
        {
            callback();
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        var took = watch.Elapsed;
        if (took > TimeSpan.FromMilliseconds(100))
            slow?.Invoke(name, took);
        if (failure is not null)
            failed?.Invoke(name, failure);
    }
}
