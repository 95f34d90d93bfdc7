using Interleaving.Models.Cancellation;
using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Models.Clocks;

/// <summary>
/// The ticks of one periodic timer. They are counted, not fired: a timer that nobody waits for must not keep time moving
/// for ever, or a deadlock beside it would never show.
/// </summary>
internal sealed class PeriodicTimerState(PeriodicTimer timer, long period, long start)
{
    private readonly SyncState sync = new();
    private long origin = start;
    private long consumed;
    private bool disposed;
    private TaskCompletionSource<bool>? waiting;
    private VirtualTimer? next;
    private CancellationTokenRegistration registration;

    /// <summary>In ticks of 100 ns; negative for never.</summary>
    public long Period { get; private set; } = period;

    /// <exception cref="InvalidOperationException">Somebody waits already.</exception>
    public ValueTask<bool> Next(Operation operation, CancellationToken token)
    {
        operation.Arrive(timer);
        if (waiting is not null)
            throw new InvalidOperationException("Operation is not valid due to the current state of the object.");
        if (token.IsCancellationRequested)
            return ValueTask.FromCanceled<bool>(token);
        if (disposed)
        {
            sync.Acquire(operation);
            return ValueTask.FromResult(false);
        }

        var passed = Passed(operation.Execution.Now);
        if (passed > consumed)
        {
            consumed = passed;
            return ValueTask.FromResult(true);
        }

        waiting = new TaskCompletionSource<bool>();
        var task = TaskSync.Known(waiting.Task);
        Schedule(operation.Execution);
        registration = CancellationTokenModel.Add(operation, token, () => Complete(source => source.TrySetCanceled(token)));
        return new ValueTask<bool>(task);
    }

    public void SetPeriod(Operation operation, long ticks)
    {
        operation.Arrive(timer);
        ObjectDisposedException.ThrowIf(disposed, timer);
        origin = operation.Execution.Now;
        consumed = 0;
        Period = ticks;
        if (waiting is not null)
            Schedule(operation.Execution);
    }

    public void Dispose(Operation operation)
    {
        operation.Arrive(timer);
        disposed = true;
        sync.Release(operation);
        Complete(static source => source.TrySetResult(false));
    }

    private long Passed(long now) => Period < 0 ? 0 : (now - origin) / Period;

    private void Schedule(Execution execution)
    {
        next?.Cancel();
        next = null;
        if (Period < 0)
            return;
        var due = origin + ((Passed(execution.Now) + 1) * Period) - execution.Now;
        next = execution.AddTimer(due / TimeSpan.TicksPerMillisecond, execution.NameFor("timer"), () =>
        {
            consumed = Passed(execution.Now);
            Complete(static source => source.TrySetResult(true));
        });
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
