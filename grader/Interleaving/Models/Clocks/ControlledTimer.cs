using Interleaving.Models.Events;
using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Models.Clocks;

/// <summary>A timer in virtual time. Each call of its callback is an operation, so two of them may overlap, as on the platform.</summary>
internal sealed class ControlledTimer : ITimer
{
    private const long Longest = uint.MaxValue - 1;
    private readonly Execution execution;
    private readonly Action callback;
    private readonly SyncState sync = new();
    private readonly SyncState called = new();
    private VirtualTimer? next;
    private long period;
    private bool disposed;
    private int running;
    private TaskCompletionSource? idle;
    private WaitHandle? told;

    public ControlledTimer(Execution execution, TimerCallback callback, object? state, long due, long period)
    {
        this.execution = execution;
        this.callback = Flow.Along(() => callback(state));
        Schedule(due, period);
    }

    /// <exception cref="ArgumentOutOfRangeException">Less than -1 ms, or longer than the platform's timers go.</exception>
    public static long Checked(TimeSpan time) => Checked((long)time.TotalMilliseconds);

    /// <inheritdoc cref="Checked(TimeSpan)"/>
    public static long Checked(long milliseconds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, -1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(milliseconds, Longest);
        return milliseconds;
    }

    public bool Change(TimeSpan dueTime, TimeSpan period) => Change(Checked(dueTime), Checked(period));

    public bool Change(long due, long period)
    {
        if (Operation.Current is { } operation)
            operation.Arrive(this);
        if (disposed)
            return false;
        Schedule(due, period);
        return true;
    }

    public void Dispose()
    {
        if (Operation.Current is { } operation)
            operation.Arrive(this);
        disposed = true;
        next?.Cancel();
    }

    /// <summary>Sets the event once no call of the callback is under way any more: all that they did happens before.</summary>
    /// <returns>Whether the timer had not been disposed before; otherwise the event is left alone.</returns>
    public bool Dispose(WaitHandle notifyObject)
    {
        ArgumentNullException.ThrowIfNull(notifyObject);
        var operation = Operation.Current!;
        operation.Arrive(this);
        if (disposed)
            return false;
        disposed = true;
        next?.Cancel();
        told = notifyObject;
        if (running == 0)
            EventHandleState.Tell(operation, told, called);
        return true;
    }

    /// <summary>Completes once no call of the callback is under way any more: all that they did happens before.</summary>
    public ValueTask DisposeAsync()
    {
        Dispose();
        if (told is not null)
        {
            return ValueTask.FromException(
                new InvalidOperationException("The Timer was already closed using an incompatible Dispose method."));
        }

        if (running == 0)
        {
            if (Operation.Current is { } operation)
                called.Acquire(operation);
            return default;
        }

        idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return new ValueTask(TaskSync.Known(idle.Task));
    }

    private void Schedule(long due, long every)
    {
        next?.Cancel();
        period = every;
        if (Operation.Current is { } operation)
            sync.Release(operation);
        next = due < 0 ? null : execution.Time.AddTimer(due, execution.NameFor("timer"), Tick, periodic: every > 0);
    }

    private void Tick()
    {
        if (disposed)
            return;
        sync.Acquire(Operation.Current!);
        TimerOrder.Of(execution).Began(Operation.Current!);
        if (period > 0)
            next = execution.Time.AddTimer(period, execution.NameFor("timer"), Tick, periodic: true);
        running++;
        try
        {
            callback();
        }
        finally
        {
            called.Release(Operation.Current!);
            TimerOrder.Of(execution).Ended(Operation.Current!);
            if (--running == 0 && idle is not null)
            {
                called.Acquire(Operation.Current!);
                TaskSync.Completing(idle.Task);
                idle.TrySetResult();
            }
        }

        if (running == 0)
            EventHandleState.Tell(Operation.Current!, told, called);
    }
}
