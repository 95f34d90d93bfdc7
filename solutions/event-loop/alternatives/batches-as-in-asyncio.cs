// Alternative: each round takes all that is there, as asyncio does, and what a run leaves of it goes back; an AutoResetEvent wakes the loop.
using System.Diagnostics;

namespace ConcurrencyKatas.EventLoop;

public sealed class EventLoop(Action<string, TimeSpan>? slow = null, Action<string, Exception>? failed = null)
    : SynchronizationContext
{
    private readonly Lock _lock = new();
    private readonly AutoResetEvent _wake = new(false);
    private readonly PriorityQueue<(string, Action), (DateTime, long)> _timers = new();
    private readonly LinkedList<(string Name, Action Callback)> _ready = [];
    private long _number;

    public void Run(Func<Task> main)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            var done = StartAsync(main);
            _ = done.ContinueWith(_ => _wake.Set(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            while (!done.IsCompleted)
                RunOnce(done);
            done.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    public void CallSoon(string name, Action callback)
    {
        lock (_lock)
            _ready.AddLast((name, callback));
        _wake.Set();
    }

    public void CallLater(TimeSpan delay, string name, Action callback)
    {
        lock (_lock)
            _timers.Enqueue((name, callback), (DateTime.UtcNow + delay, _number++));
        _wake.Set();
    }

    public override void Post(SendOrPostCallback d, object? state) => CallSoon(nameof(Post), () => d.Invoke(state));

    private Task StartAsync(Func<Task> main)
    {
        var done = Task.CompletedTask;
        Call("main", () =>
        {
            try
            {
                done = main();
            }
            catch (Exception exception)
            {
                done = Task.FromException(exception);
            }
        });
        return done;
    }

    private void RunOnce(Task done)
    {
        var sleep = Timeout.InfiniteTimeSpan;
        lock (_lock)
        {
            if (_ready.Count > 0)
                sleep = TimeSpan.Zero;
            else if (_timers.TryPeek(out _, out var first))
                sleep = TimeSpan.FromTicks(Math.Max(0, (first.Item1 - DateTime.UtcNow).Ticks));
        }

        if (sleep != TimeSpan.Zero)
            _wake.WaitOne(sleep);
        int count;
        lock (_lock)
        {
            while (_timers.TryPeek(out var timer, out var due) && due.Item1 <= DateTime.UtcNow)
            {
                _timers.Dequeue();
                _ready.AddLast(timer);
            }

            count = _ready.Count;
        }

        for (; count > 0 && !done.IsCompleted; count--)
        {
            (string Name, Action Callback) next;
            lock (_lock)
            {
                next = _ready.First!.Value;
                _ready.RemoveFirst();
            }

            Call(next.Name, next.Callback);
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
