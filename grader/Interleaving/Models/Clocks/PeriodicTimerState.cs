using Interleaving.Models.Cancellation;
using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Models.Clocks;

/// <summary>
/// The ticks of one periodic timer. They are counted, not fired: a timer that nobody waits for must not keep time moving
/// for ever, or a deadlock beside it would never show.
/// </summary>
internal sealed class PeriodicTimerState(PeriodicTimer timer, TimeSpan period, long start)
{
    private const string Invalid = "Operation is not valid due to the current state of the object.";
    private readonly SyncState sync = new();
    private long origin = start;
    private long consumed;
    private bool disposed;
    private TaskCompletionSource<bool>? waiting;
    private bool taken = true;
    private VirtualTimer? next;
    private CancellationTokenRegistration registration;

    /// <summary>The timer of a provider of the program's own, which says itself when it ticks; null by the virtual clock.</summary>
    private ITimer? own;
    private bool ticked;

    /// <summary>As the program gave it. The timer itself ticks in whole milliseconds.</summary>
    public TimeSpan Period { get; private set; } = period;

    /// <summary>In ticks of 100 ns; negative for never.</summary>
    private long Every => Period == Timeout.InfiniteTimeSpan ? -1 : Period.Ticks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond;

    /// <exception cref="InvalidOperationException">Somebody waits already, or has not asked for the outcome of the last wait.</exception>
    public ValueTask<bool> Next(Operation operation, CancellationToken token)
    {
        operation.Arrive(timer);
        if (!taken)
            throw new InvalidOperationException(Invalid);
        if (token.IsCancellationRequested)
            return ValueTask.FromCanceled<bool>(token);
        if (disposed)
        {
            sync.Acquire(operation);
            return ValueTask.FromResult(false);
        }

        if (own is null ? Passed(operation.Execution.Time.Now) > consumed : ticked)
        {
            (consumed, ticked) = (Passed(operation.Execution.Time.Now), false);
            sync.Acquire(operation);
            return ValueTask.FromResult(true);
        }

        // The token may be cancelled since it was looked at: then the wait is over before it is registered.
        var source = waiting = new TaskCompletionSource<bool>();
        TaskSync.Known(source.Task, WaitKind.Tick, timer);
        taken = false;
        if (own is null)
            Schedule(operation.Execution);
        registration = CancellationTokenModel.Add(operation, token, () => Complete(cancelled => CancelledWait.TrySet(cancelled, token)));
        return new ValueTask<bool>(new SingleUse<bool>(source, Invalid, WayBack.To(operation.Execution, () => { taken = true; })), 0);
    }

    /// <summary>The provider's own timer calls back at each tick; it says when that is.</summary>
    /// <param name="operation">Makes the timer.</param>
    /// <param name="provider">Null for the virtual clock.</param>
    public void TickBy(Operation operation, TimeProvider? provider) => own = provider is null ? null : TimeProviderModel.CreateTimer(
        provider, static back => ((Action)back!)(), WayBack.To(operation.Execution, Tick), Period, Period);

    /// <summary>As on the platform, ticks that nobody waited for count as one.</summary>
    private void Tick()
    {
        if (disposed || Operation.Current is not { } operation)
            return;
        operation.Arrive(timer);
        sync.Release(operation);
        if (waiting is null)
            ticked = true;
        else
            Complete(static source => source.TrySetResult(true));
    }

    public void SetPeriod(Operation operation, TimeSpan value)
    {
        operation.Arrive(timer);
        ObjectDisposedException.ThrowIf(disposed, timer);
        origin = operation.Execution.Time.Now;
        consumed = 0;
        Period = value;
        if (own is not null)
            own.Change(value, value);
        else if (waiting is not null)
            Schedule(operation.Execution);
    }

    public void Dispose(Operation operation)
    {
        operation.Arrive(timer);
        disposed = true;
        sync.Release(operation);
        own?.Dispose();
        Complete(static source => source.TrySetResult(false));
    }

    private long Passed(long now) => Every < 0 ? 0 : (now - origin) / Every;

    private void Schedule(Execution execution)
    {
        next?.Cancel();
        next = null;
        if (Every < 0)
            return;
        var due = origin + ((Passed(execution.Time.Now) + 1) * Every) - execution.Time.Now;
        next = execution.Time.AddTimer(due / TimeSpan.TicksPerMillisecond, execution.NameFor("timer"), () =>
        {
            consumed = Passed(execution.Time.Now);
            Complete(static source => source.TrySetResult(true));
        }, periodic: true);
    }

    private void Complete(Func<TaskCompletionSource<bool>, bool> complete)
    {
        next?.Cancel();
        if (waiting is not { } source)
            return;
        waiting = null;
        CancellationTokenRegistrationModel.Forget(registration);
        TaskSync.Completing(source.Task);
        complete(source);
    }
}
