using Interleaving.Models.Events;
using Interleaving.Scheduling;

namespace Interleaving.Models.Cancellation;

/// <summary>
/// What one execution knows of one source. Whether it is cancelled stands in the platform's object, since code that is not
/// woven asks that; the callbacks are kept here, so that nobody ever waits for one outside of the engine's control.
/// </summary>
internal sealed class CancellationState(CancellationTokenSource source) : SyncState
{
    private readonly LinkedList<CancellationTokenRegistration> order = new();
    private readonly Dictionary<CancellationTokenRegistration, CancellationCallback> callbacks = [];
    private readonly List<CancellationTokenRegistration> links = [];
    private readonly VectorClock asked = new();
    private VirtualTimer? timer;
    private EventWaitHandle? handle;
    private bool fired;
    private bool calling;
    private bool disposed;

    public static CancellationState Of(Operation operation, CancellationTokenSource self) =>
        operation.State(self, static source => new CancellationState((CancellationTokenSource)source));

    /// <summary>Somebody wants the token, which a source that is disposed of does not give out.</summary>
    public void AskForToken(Operation operation)
    {
        if (operation.Execution.WorthDelaying.Tokens)
            operation.Arrive(source, StepKind.Read);
        else
            asked.Join(operation.Clock);
    }

    /// <summary>Registers a callback, or runs it at once when the source is cancelled.</summary>
    public CancellationTokenRegistration Add(Operation operation, CancellationToken token, Action callback)
    {
        operation.Arrive(source);
        if (token.IsCancellationRequested)
        {
            Acquire(operation);
            callback();
            return default;
        }

        // Only for its identity: it says which callback is meant, and to which token it belongs.
        var registration = token.UnsafeRegister(static _ => { }, null);
        if (registration == default)
            return registration;
        var entry = new CancellationCallback(callback);
        entry.Registered(operation);
        callbacks.Add(registration, entry);
        order.AddLast(registration);
        return registration;
    }

    /// <summary>The callback if it has not ended yet, and whether it was taken off the list before it began.</summary>
    public (CancellationCallback? Callback, bool Removed) Remove(CancellationTokenRegistration registration)
    {
        registration.Unregister();
        return callbacks.GetValueOrDefault(registration) is { } callback
            ? (callback, order.Remove(registration))
            : (null, false);
    }

    /// <summary>Makes the tokens of this source cancelled; true when they were not before.</summary>
    /// <exception cref="ObjectDisposedException">The source was disposed of before, and it is the program that cancels it.</exception>
    public bool Request(Operation operation, bool byItself = false)
    {
        operation.Arrive(source);
        if (byItself && disposed)
            return false;
        var first = !source.IsCancellationRequested;
        if (first)
        {
            Release(operation);
            operation.Note(EventKind.Cancelled, source);
        }

        source.Cancel();
        timer?.Cancel();
        if (first && handle is not null)
            EventWaitHandleModel.Set(handle);
        return first;
    }

    /// <summary>An event that is set once the source is cancelled, before the callbacks run.</summary>
    public EventWaitHandle Handle(Operation operation)
    {
        operation.Arrive(source);
        _ = source.Token; // raises ObjectDisposedException
        if (handle is null)
        {
            handle = EventWaitHandleModel.New(source.IsCancellationRequested, EventResetMode.ManualReset);
            if (source.IsCancellationRequested)
                EventHandleState.Of(operation, handle).Clock.Join(Clock);
        }

        return handle;
    }

    /// <summary>Runs the callbacks, the last one registered first.</summary>
    public void RunCallbacks(Operation operation, bool throwOnFirstException)
    {
        List<Exception>? exceptions = null;
        calling = true;
        while (order.Last is { } last)
        {
            order.RemoveLast();
            try
            {
                callbacks[last.Value].Run(operation);
            }
            catch (Exception e) when (!throwOnFirstException && e is not ExecutionAbortedException)
            {
                (exceptions ??= []).Add(e);
            }
        }

        if (exceptions is not null)
            throw new AggregateException(exceptions);
    }

    public bool HasCallbacks => order.Count > 0;

    public void CancelIn(Operation operation, long milliseconds)
    {
        timer?.Cancel();
        timer = null;
        if (milliseconds < 0)
            return;
        var execution = operation.Execution;
        timer = execution.Time.AddTimer(milliseconds, execution.NameFor("timer"), Fire);
    }

    /// <summary>
    /// The time is up, or the source of a link is cancelled. Where this is under way while somebody disposes of the source, the platform
    /// calls nobody, and raises nothing either.
    /// </summary>
    public void Fire()
    {
        if (Operation.Current is not { } operation)
            return;
        fired = true;
        if (Request(operation, byItself: true))
            RunCallbacks(operation, throwOnFirstException: false);
    }

    /// <summary>The schedule says that it is now.</summary>
    public void Come(Operation operation)
    {
        operation.Note(EventKind.CancelledBySchedule);
        Release(operation);
        source.Cancel();
        if (handle is not null)
            EventWaitHandleModel.Set(handle);
        RunCallbacks(operation, throwOnFirstException: false);
    }

    public void Link(CancellationTokenRegistration registration) => links.Add(registration);

    public bool TryReset(Operation operation)
    {
        operation.Arrive(source);
        if (fired || !source.TryReset())
            return false;
        timer?.Cancel();
        timer = null;
        order.Clear();
        callbacks.Clear();
        return true;
    }

    public void Dispose(Operation operation)
    {
        operation.Arrive(source);
        operation.Execution.DisposedSources.Dispose(operation, asked);
        disposed = true;
        timer?.Cancel();
        foreach (var link in links)
            CancellationTokenRegistrationModel.Dispose(operation, link);
        links.Clear();

        // Whoever runs the callbacks goes on to the last, also when one of them disposes of the source.
        if (!calling)
            order.Clear();
        if (handle is not null)
            EventHandleState.Of(operation, handle).Dispose(operation);
        source.Dispose();
    }

    /// <inheritdoc/>
    /// <remarks>A loop that asks it in each round finds it as it was.</remarks>
    public override void Acted(LivelockDetector livelock, int site) =>
        livelock.Saw(site, source.IsCancellationRequested ? -1 : callbacks.Count);
}
