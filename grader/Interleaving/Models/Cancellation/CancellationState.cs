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
    private VirtualTimer? timer;
    private bool fired;

    public static CancellationState Of(Operation operation, CancellationTokenSource self) =>
        operation.State(self, static source => new CancellationState((CancellationTokenSource)source));

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
    public bool Request(Operation operation)
    {
        operation.Arrive(source);
        var first = !source.IsCancellationRequested;
        if (first)
        {
            Release(operation);
            operation.Note("cancels", source);
        }

        source.Cancel();
        timer?.Cancel();
        return first;
    }

    /// <summary>Runs the callbacks, the last one registered first.</summary>
    public void RunCallbacks(Operation operation, bool throwOnFirstException)
    {
        List<Exception>? exceptions = null;
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
        timer = execution.AddTimer(milliseconds, execution.NameFor("timer"), Fire);
    }

    public void Fire()
    {
        if (Operation.Current is not { } operation)
            return;
        fired = true;
        if (Request(operation))
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
        timer?.Cancel();
        foreach (var link in links)
            CancellationTokenRegistrationModel.Dispose(operation, link);
        links.Clear();
        order.Clear();
        source.Dispose();
    }
}
