// Alternative: a BlockingCollection, a System.Threading.Timer for each delay, and an empty callback that wakes the loop.
using System.Diagnostics;
using System.Collections.Concurrent;

namespace ConcurrencyKatas.EventLoop;

public sealed class EventLoop(Action<string, TimeSpan>? slow = null, Action<string, Exception>? failed = null)
    : SynchronizationContext
{
    private readonly BlockingCollection<(string Name, Action Callback)> _queue = [];
    private readonly ConcurrentDictionary<Timer, bool> _timers = [];

    public void Run(Func<Task> main)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            var done = Begin(main);
            done.ContinueWith(_ => _queue.Add(("", () => { })), TaskScheduler.Default);
            while (!done.IsCompleted)
            {
                var (name, callback) = _queue.Take();
                Call(name, callback);
            }

            done.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    public void CallSoon(string name, Action callback) => _queue.Add((name, callback));

    public void CallLater(TimeSpan delay, string name, Action callback)
    {
        Timer? timer = null;
        timer = new Timer(_ =>
        {
            CallSoon(name, callback);
            _timers.TryRemove(timer!, out bool _);
            timer!.Dispose();
        });
        _timers.TryAdd(timer, true); // or nobody refers to it
        timer.Change(delay, Timeout.InfiniteTimeSpan);
    }

    public override void Post(SendOrPostCallback d, object? state) => CallSoon("Post", () => d(state));

    private Task Begin(Func<Task> main)
    {
        Task? done = null;
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
        return done!;
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
