// Alternative: a ConcurrentQueue, timers in a SortedSet behind a lock, and a SemaphoreSlim as the bell that everybody rings.
using System.Diagnostics;
using System.Collections.Concurrent;

namespace ConcurrencyKatas.EventLoop;

public sealed class EventLoop(Action<string, TimeSpan>? slow = null, Action<string, Exception>? failed = null)
    : SynchronizationContext
{
    private readonly ConcurrentQueue<(string Name, Action Callback)> _queue = [];
    private readonly Lock _lock = new();
    private readonly SortedSet<(TimeSpan Due, long Number)> _order = [];
    private readonly Dictionary<long, (string Name, Action Callback)> _timers = [];
    private readonly SemaphoreSlim _bell = new(0);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private long _number;

    public void Run(Func<Task> main)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            Task? done = null;
            Exception? thrown = null;
            Call("main", () =>
            {
                try
                {
                    done = main();
                }
                catch (Exception exception)
                {
                    thrown = exception;
                }
            });
            if (thrown is not null)
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(thrown);
            _ = RingAtTheEndAsync(done!);
            while (!done!.IsCompleted)
            {
                var sleep = MoveDue();
                if (_queue.TryDequeue(out var next))
                    Call(next.Name, next.Callback);
                else
                    _bell.Wait(sleep);
            }

            done.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    public void CallSoon(string name, Action callback)
    {
        _queue.Enqueue((name, callback));
        _bell.Release();
    }

    public void CallLater(TimeSpan delay, string name, Action callback)
    {
        lock (_lock)
        {
            var number = _number++;
            _order.Add((_clock.Elapsed + delay, number));
            _timers.Add(number, (name, callback));
        }

        _bell.Release();
    }

    public override void Post(SendOrPostCallback d, object? state) => CallSoon("Post", () => d(state));

    private async Task RingAtTheEndAsync(Task done)
    {
        await done.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _bell.Release();
    }

    private TimeSpan MoveDue()
    {
        lock (_lock)
        {
            var now = _clock.Elapsed;
            while (_order.Count > 0 && _order.Min.Due <= now)
            {
                var first = _order.Min;
                _order.Remove(first);
                _timers.Remove(first.Number, out var timer);
                _queue.Enqueue(timer);
            }

            return _order.Count > 0 ? _order.Min.Due - now : Timeout.InfiniteTimeSpan;
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
