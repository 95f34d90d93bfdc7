// Alternative: a channel as the queue, and Task.Delay with a continuation for each timer.
using System.Diagnostics;
using System.Threading.Channels;

namespace ConcurrencyKatas.EventLoop;

public sealed class EventLoop(Action<string, TimeSpan>? slow = null, Action<string, Exception>? failed = null)
    : SynchronizationContext
{
    private readonly Channel<Turn> _turns = Channel.CreateUnbounded<Turn>();

    public void Run(Func<Task> main)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            Task? end = null;
            Call("main", () => end = Protected(main));
            end!.ContinueWith(_ => _turns.Writer.TryWrite(new Turn("end", () => { })), TaskScheduler.Default);
            while (!end!.IsCompleted)
            {
                if (_turns.Reader.TryRead(out var turn))
                    Call(turn.Name, turn.Callback);
                else
                    _turns.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult();
            }

            end.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    public void CallSoon(string name, Action callback) => _turns.Writer.TryWrite(new Turn(name, callback));

    public void CallLater(TimeSpan delay, string name, Action callback) =>
        Task.Delay(delay).ContinueWith(_ => CallSoon(name, callback), TaskScheduler.Default);

    public override void Post(SendOrPostCallback d, object? state) => CallSoon("Post", () => d(state));

    private static Task Protected(Func<Task> main)
    {
        try
        {
            return main();
        }
        catch (Exception exception)
        {
            var failed = new TaskCompletionSource();
            failed.SetException(exception);
            return failed.Task;
        }
    }

    private sealed record Turn(string Name, Action Callback);

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
