// Fault: compares the milliseconds part of the duration only: 1.05 s is not slow, 201 ms is.
// Verdict: WrongAnswer
// Fails: slow-callbacks
using System.Diagnostics;

namespace ConcurrencyKatas.EventLoop;

public sealed class EventLoop(Action<string, TimeSpan>? slow = null, Action<string, Exception>? failed = null)
    : SynchronizationContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly object _gate = new();
    private readonly Queue<(string Name, Action Callback)> _ready = [];
    private readonly PriorityQueue<(string Name, Action Callback), TimeSpan> _timers = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public void Run(Func<Task> main)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            Task done = Task.CompletedTask;
            Call("main", () => done = Start(main));
            done.ContinueWith(_ => Wake(), TaskScheduler.Default);
            while (TryTake(done, out var next))
                Call(next.Name, next.Callback);
            done.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    public void CallSoon(string name, Action callback)
    {
        lock (_gate)
        {
            _ready.Enqueue((name, callback));
            Monitor.Pulse(_gate);
        }
    }

    public void CallLater(TimeSpan delay, string name, Action callback)
    {
        lock (_gate)
        {
            _timers.Enqueue((name, callback), _clock.Elapsed + delay);
            Monitor.Pulse(_gate);
        }
    }

    public override void Post(SendOrPostCallback d, object? state) => CallSoon(nameof(Post), () => d(state));

    private static Task Start(Func<Task> main)
    {
        try
        {
            return main();
        }
        catch (Exception exception)
        {
            return Task.FromException(exception);
        }
    }

    private bool TryTake(Task done, out (string Name, Action Callback) next)
    {
        lock (_gate)
        {
            while (!done.IsCompleted)
            {
                var now = _clock.Elapsed;
                while (_timers.TryPeek(out _, out var due) && due <= now)
                    _ready.Enqueue(_timers.Dequeue());
                if (_ready.TryDequeue(out next))
                    return true;
                Monitor.Wait(_gate, _timers.TryPeek(out _, out var first) ? first - now : Timeout.InfiniteTimeSpan);
            }

            next = default;
            return false;
        }
    }

    private void Wake()
    {
        lock (_gate)
            Monitor.Pulse(_gate);
    }

    private void Call(string name, Action callback)
    {
        Exception? failure = null;
        var began = _clock.Elapsed;
        try
        {
            callback();
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        var duration = _clock.Elapsed - began;
        if (duration.Milliseconds > 200)
            slow?.Invoke(name, duration);
        if (failure is not null)
            failed?.Invoke(name, failure);
    }
}
